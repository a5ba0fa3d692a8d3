package com.smartfitness.stack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** RabbitMQ's stored form of a password: base64 of a salt of four bytes and SHA-256 over salt and password. */
final class RabbitPasswordHash {

    private static final int SALT = 4;
    private static final int HASH = 32;

    private RabbitPasswordHash() {}

    static String of(String password) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            byte[] hash = sha256.digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(
                            ByteBuffer.allocate(SALT + HASH).put(salt).put(hash).array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
