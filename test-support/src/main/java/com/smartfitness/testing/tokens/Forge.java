package com.smartfitness.testing.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Puts tokens together by hand, since libraries rightly refuse to make most of these. */
final class Forge {

    private Forge() {}

    /** Makes a signature over bytes. */
    interface Signer {
        byte[] sign(byte[] content) throws GeneralSecurityException;
    }

    /** A token with this header and payload, both JSON, signed so. */
    static String token(String header, String payload, Signer signer) {
        String content = encoded(header) + "." + encoded(payload);
        try {
            return content + "." + encoded(signer.sign(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs; the algorithm is in Java's terms, e.g. {@code SHA256withECDSAinP1363Format}. */
    static Signer with(String algorithm, PrivateKey key) {
        return content -> {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        };
    }

    /** Authenticates; the algorithm is in Java's terms, e.g. {@code HmacSHA256}. */
    static Signer with(String algorithm, byte[] secret) {
        return content -> {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(content);
        };
    }

    static Signer bytes(byte... signature) {
        return content -> signature;
    }

    static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
