package com.smartfitness.defaults.security;

/** What access tokens look like: JWTs (RFC 7519) signed with ES256. */
public final class AccessTokenFormat {

    /** Claim {@code iss}. */
    public static final String ISSUER = "urn:fleet:auth";

    /** Claim {@code aud}. */
    public static final String AUDIENCE = "fleet";

    /** Name of the claim that holds the user's role. */
    public static final String ROLE = "role";

    /**
     * Name of the claim that counts how often the user's tokens have been revoked before this one was issued; 0 where
     * it is absent.
     */
    public static final String GENERATION = "gen";

    private AccessTokenFormat() {}
}
