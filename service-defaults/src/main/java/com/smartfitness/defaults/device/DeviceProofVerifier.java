package com.smartfitness.defaults.device;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.defaults.encryption.Ecdsa;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Verifies proofs of devices; see {@link DeviceProofFormat}. */
final class DeviceProofVerifier {

    private static final int LONGEST_PROOF = 2_048;
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");
    private static final JOSEObjectType TYPE = new JOSEObjectType(DeviceProofFormat.TYPE);

    private final DeviceKeys keys;
    private final URI publicUrl;
    private final Duration skew;
    private final Clock clock;
    private final Map<String, ParsedKey> parsed = new ConcurrentHashMap<>();

    private record ParsedKey(Map<String, String> jwk, JWSVerifier verifier) {}

    DeviceProofVerifier(DeviceKeys keys, DeviceProperties properties, Clock clock) {
        this.keys = keys;
        this.publicUrl = properties.publicUrl();
        this.skew = properties.clockSkew();
        this.clock = clock;
    }

    /**
     * Verifies that a device in service has signed this request, in its time.
     *
     * @param pathAndQuery as they were sent, still encoded
     * @throws InvalidDeviceProofException where it has not
     */
    DeviceProof verify(String proof, String method, String pathAndQuery, byte[] body) {
        SignedJWT jwt = parse(proof);
        JWTClaimsSet claims = claims(jwt);
        String nonce = claims.getJWTID();
        if (nonce == null || !NONCE.matcher(nonce).matches() || claims.getIssueTime() == null) {
            throw InvalidDeviceProofException.malformed();
        }
        String deviceId = jwt.getHeader().getKeyID();
        verifySignature(jwt, deviceId);
        Instant issued = claims.getIssueTime().toInstant();
        if (Duration.between(issued, clock.instant()).abs().compareTo(skew) > 0) {
            throw InvalidDeviceProofException.outOfTime(skew);
        }
        require(claims, DeviceProofFormat.METHOD, method);
        require(claims, DeviceProofFormat.URL, publicUrl + pathAndQuery);
        require(claims, DeviceProofFormat.BODY, digest(body));
        // Another instance's clock may be behind by as much again.
        return new DeviceProof(deviceId, nonce, issued.plus(skew.multipliedBy(2)));
    }

    private static SignedJWT parse(String proof) {
        if (proof.length() > LONGEST_PROOF) {
            throw InvalidDeviceProofException.malformed();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(proof);
            String deviceId = jwt.getHeader().getKeyID();
            if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || !TYPE.equals(jwt.getHeader().getType())
                    || deviceId == null
                    || deviceId.isBlank()) {
                throw InvalidDeviceProofException.malformed();
            }
            return jwt;
        } catch (ParseException notAJwt) {
            throw InvalidDeviceProofException.malformed();
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException noClaims) {
            throw InvalidDeviceProofException.malformed();
        }
    }

    private void verifySignature(SignedJWT jwt, String deviceId) {
        Map<String, String> jwk = keys.keyOf(deviceId).orElseThrow(InvalidDeviceProofException::unknownDevice);
        ParsedKey key = parsed.get(deviceId);
        if (key == null || !key.jwk.equals(jwk)) {
            key = new ParsedKey(jwk, verifier(jwk));
            parsed.put(deviceId, key);
        }
        try {
            if (!jwt.verify(key.verifier)) {
                throw InvalidDeviceProofException.badSignature();
            }
        } catch (JOSEException notVerifiable) {
            throw InvalidDeviceProofException.badSignature();
        }
    }

    // A registered key that is none is the register's fault, and the device cannot sign with it either.
    private static JWSVerifier verifier(Map<String, String> jwk) {
        try {
            return Ecdsa.verifier(ECKey.parse(new HashMap<>(jwk)));
        } catch (ParseException | JOSEException e) {
            throw InvalidDeviceProofException.badSignature();
        }
    }

    private static void require(JWTClaimsSet claims, String claim, String expected) {
        if (!expected.equals(claims.getClaim(claim))) {
            throw InvalidDeviceProofException.otherRequest(claim);
        }
    }

    /** What {@link DeviceProofFormat#BODY} says of a body. */
    static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return new String(Base64.getUrlEncoder().withoutPadding().encode(digest), StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
