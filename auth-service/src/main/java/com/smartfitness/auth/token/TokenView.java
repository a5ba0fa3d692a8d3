package com.smartfitness.auth.token;

/**
 * An access token for a client.
 *
 * @param expiresIn in seconds
 */
record TokenView(String accessToken, String tokenType, long expiresIn) {

    @Override
    public String toString() {
        return "an access token";
    }
}
