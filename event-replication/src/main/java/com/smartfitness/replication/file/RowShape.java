package com.smartfitness.replication.file;

import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.RowComponents;
import com.smartfitness.replication.replica.RowKey;

/**
 * What the rows of a replica look like.
 *
 * @param key the first component
 * @param text the shape of the {@link RowComponents}
 */
record RowShape(Class<? extends Record> row, RowKey key, String text) {

    static RowShape of(ReplicaDefinition replica) {
        RowComponents components = RowComponents.of(replica, "in a file");
        return new RowShape(replica.row(), components.key(), components.shape());
    }
}
