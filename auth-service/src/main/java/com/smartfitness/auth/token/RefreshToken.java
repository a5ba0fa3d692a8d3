package com.smartfitness.auth.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a client gets new access tokens with: the session's id and a secret of 256 bits, opaque to clients. The service
 * keeps the secret's SHA-256 alone; a secret of this length needs no slower hash.
 */
record RefreshToken(UUID session, String secret) {

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RefreshToken of(UUID session) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new RefreshToken(session, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Reads what a client has sent; empty where it cannot be a token. */
    static Optional<RefreshToken> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RefreshToken(UUID.fromString(text.substring(0, dot)), text.substring(dot + 1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** As clients hold it. */
    String text() {
        return session + "." + secret;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "a refresh token of session " + session;
    }
}
