package com.smartfitness.auth.token;

/**
 * What a client signs its requests with.
 *
 * @param expiresIn life of the access token, in seconds
 * @param refreshToken good for one exchange
 * @param refreshExpiresIn life of the refresh token if it is not used, in seconds
 */
record TokenView(String accessToken, String tokenType, long expiresIn, String refreshToken, long refreshExpiresIn) {

    @Override
    public String toString() {
        return "tokens";
    }
}
