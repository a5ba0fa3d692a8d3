package com.smartfitness.defaults.security;

import java.time.Instant;
import java.util.Map;

/** Where a service finds which access tokens are valid no longer though they have not expired. */
@FunctionalInterface
public interface RevocationStore {

    /**
     * The revocations that still matter at this time: by the user's id, the generation up to which that user's tokens
     * are refused.
     */
    Map<String, Long> inForceAt(Instant time);
}
