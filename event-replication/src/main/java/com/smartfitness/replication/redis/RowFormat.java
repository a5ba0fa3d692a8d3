package com.smartfitness.replication.redis;

import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.RowComponents;
import com.smartfitness.replication.replica.RowKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the rows of a replica are written: as JSON, with the record's components as members.
 *
 * @param key the first component, which is the aggregate's id
 * @param shape that of the {@link RowComponents}
 */
record RowFormat(JsonMapper json, RowKey key, String shape) {

    static RowFormat of(ReplicaDefinition replica, JsonMapper json) {
        RowComponents components = RowComponents.of(replica, "in Redis");
        return new RowFormat(json, components.key(), components.shape());
    }

    /** The row's JSON; empty where there is to be none. */
    byte[] write(ReplicaChange change) {
        Object content = change.row();
        if (content == null) {
            return new byte[0];
        }
        key.check(change, content);
        return json.writeValueAsBytes(content);
    }
}
