package com.smartfitness.defaults.security;

import java.time.Instant;
import java.util.Map;

/**
 * A replicated public key.
 *
 * @param jwk JSON Web Key, its string members
 * @param validTo when the last token that bears it has expired
 */
public record KnownSigningKey(String keyId, Map<String, String> jwk, Instant validFrom, Instant validTo) {}
