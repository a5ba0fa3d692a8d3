package com.smartfitness.replication.file;

import com.smartfitness.replication.Version;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What is known of one aggregate.
 *
 * @param generation of the last snapshot that carried it, or that ran when it arrived
 * @param hash of the source's state
 * @param row the author's record, or JSON as long as its replica has not been opened; null where there is no row
 */
record KeptRow(
        Version version,
        long generation,
        long hash,
        @JsonDeserialize(as = JsonNode.class) @Nullable Object row) {

    KeptRow carriedBy(long snapshot) {
        return new KeptRow(version, Math.max(generation, snapshot), hash, row);
    }

    KeptRow withRow(Record read) {
        return new KeptRow(version, generation, hash, read);
    }
}
