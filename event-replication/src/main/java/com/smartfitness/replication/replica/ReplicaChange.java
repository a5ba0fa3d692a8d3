package com.smartfitness.replication.replica;

import com.smartfitness.replication.Version;
import org.jspecify.annotations.Nullable;

/**
 * What a replica is to show of one aggregate.
 *
 * @param id the aggregate
 * @param hash of the source's state, as {@link com.smartfitness.replication.outbox.StateHash#of}
 * @param row a record whose components are the row's columns; null where there is to be no row
 */
public record ReplicaChange(
        String id, Version version, long hash, @Nullable Object row) {}
