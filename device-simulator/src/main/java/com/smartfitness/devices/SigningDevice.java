package com.smartfitness.devices;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Signs requests as service-defaults' README says that equipment does, with a key of its own: a JWT (RFC 7519, ES256) in
 * the header {@code Device-Proof}, bound to the request. A service accepts them once it knows the key.
 */
public final class SigningDevice {

    private final String id;
    private final String publicUrl;
    private final ECKey key;

    private SigningDevice(String id, String publicUrl, ECKey key) {
        this.id = id;
        this.publicUrl = publicUrl;
        this.key = key;
    }

    /** A device with a new key that is in no register yet, and reaches the fleet under this address. */
    public static SigningDevice create(String publicUrl) {
        return create("not registered yet", publicUrl);
    }

    /** A device with a new key that reaches the fleet under this address. */
    public static SigningDevice create(String id, String publicUrl) {
        try {
            return new SigningDevice(
                    id, publicUrl, new ECKeyGenerator(Curve.P_256).keyID(id).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same device under the id that the register has given it. */
    public SigningDevice registeredAs(String registeredId) {
        return new SigningDevice(registeredId, publicUrl, key);
    }

    public String id() {
        return id;
    }

    /** What verifies the proofs, as the register publishes it. */
    public Map<String, String> publicKey() {
        Map<String, String> members = new HashMap<>();
        key.toPublicJWK().toJSONObject().forEach((name, value) -> members.put(name, String.valueOf(value)));
        return members;
    }

    /** A valid header {@code Device-Proof} for one request with a text in UTF-8. */
    public String proof(String method, String pathAndQuery, String body) {
        return proof(method, pathAndQuery, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A valid header {@code Device-Proof} for one request. */
    public String proof(String method, String pathAndQuery, byte[] body) {
        return proof(method, pathAndQuery, body, claims -> claims);
    }

    /** A signed proof whose claims are valid before they are changed. */
    public String proof(String method, String pathAndQuery, byte[] body, UnaryOperator<JWTClaimsSet.Builder> change) {
        return signed(
                header(id, "device-proof+jwt"),
                change.apply(claims(method, pathAndQuery, body)).build());
    }

    /** What a valid proof says of a request. */
    public JWTClaimsSet.Builder claims(String method, String pathAndQuery, byte[] body) {
        return new JWTClaimsSet.Builder()
                .claim("htm", method)
                .claim("htu", publicUrl + pathAndQuery)
                .claim("bds", Base64URL.encode(sha256(body)).toString())
                .issueTime(Date.from(Instant.now()))
                .jwtID(UUID.randomUUID().toString());
    }

    /** A header that names any device and any type. */
    public static JWSHeader header(String keyId, String type) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(keyId)
                .type(new JOSEObjectType(type))
                .build();
    }

    /** What is said, signed with this device's key. */
    public String signed(JWSHeader header, JWTClaimsSet claims) {
        SignedJWT proof = new SignedJWT(header, claims);
        try {
            proof.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return proof.serialize();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
