package com.smartfitness.fleet.compliance;

/**
 * A service's credentials, tried at a store.
 *
 * @param credentials the variable in which the service has them; never the secret itself
 * @param opened whether the store has let them in
 */
public record Attempt(String service, String credentials, String store, boolean opened) {}
