package com.smartfitness.replication.replica;

import com.smartfitness.replication.Version;

/**
 * What a replica knows of one aggregate.
 *
 * @param hash of the source's state, as it was told with that version
 * @param intact whether the row is what was written then, or is not there where there is to be none
 */
public record KeptState(String id, Version version, long hash, boolean intact) {}
