package com.smartfitness.fleet.demo;

import com.smartfitness.stack.StackException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * A device that signs its requests as service-defaults' README says: a JWT (RFC 7519, ES256) in the header {@code
 * Device-Proof} that is bound to the request.
 */
public final class DemoDevice {

    private static final int COORDINATE_BYTES = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final URI publicUrl;
    private final KeyPair key;
    private final String id;

    private DemoDevice(URI publicUrl, KeyPair key, String id) {
        this.publicUrl = publicUrl;
        this.key = key;
        this.id = id;
    }

    /** A device with a new key that nobody knows yet, for a fleet that devices reach at this address. */
    public static DemoDevice create(URI publicUrl) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return new DemoDevice(publicUrl, generator.generateKeyPair(), "");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has P-256", e);
        }
    }

    /** The same device under the id that the register has given it. */
    public DemoDevice registeredAs(String registeredId) {
        return new DemoDevice(publicUrl, key, registeredId);
    }

    public String id() {
        return id;
    }

    /** What verifies its signatures, a JSON Web Key. */
    public Map<String, String> publicKey() {
        ECPublicKey publicKey = (ECPublicKey) key.getPublic();
        return Map.of(
                "kty",
                "EC",
                "crv",
                "P-256",
                "x",
                coordinate(publicKey.getW().getAffineX()),
                "y",
                coordinate(publicKey.getW().getAffineY()));
    }

    /** The header {@code Device-Proof} of one request. */
    public String proof(String method, String path, String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            Map<String, Object> header = Map.of("alg", "ES256", "typ", "device-proof+jwt", "kid", id);
            Map<String, Object> claims = Map.of(
                    "htm", method,
                    "htu", publicUrl + path,
                    "bds", BASE64.encodeToString(digest),
                    "iat", Instant.now().getEpochSecond(),
                    "jti", UUID.randomUUID().toString());
            String content = json(header) + "." + json(claims);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new StackException("A device cannot sign: " + e.getMessage(), e);
        }
    }

    private static String json(Map<String, Object> members) {
        return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(members));
    }

    private static String coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] padded = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
        return BASE64.encodeToString(padded);
    }
}
