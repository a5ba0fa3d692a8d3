package com.smartfitness.defaults.security;

import java.time.Instant;

/**
 * A replicated revocation.
 *
 * @param generation of the newest token of the user that is refused
 * @param lapsesAt when the last of those tokens has expired
 */
public record KnownTokenRevocation(String userId, long generation, Instant lapsesAt) {}
