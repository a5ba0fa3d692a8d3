package com.smartfitness.fleet.compliance;

import org.jspecify.annotations.Nullable;

/**
 * Somebody's open connection to a store.
 *
 * @param user as whom the store knows him; null where a store does not tell
 * @param port of the client's end
 * @param holder the component whose process holds that end, or the process itself
 */
public record Connection(String store, @Nullable String user, int port, String holder) {}
