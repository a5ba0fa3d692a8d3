package com.smartfitness.replication.elasticsearch;

import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.RowComponents;
import com.smartfitness.replication.replica.RowKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the rows of a replica are written: as JSON, with the record's components as members.
 *
 * @param key the first component, which is the aggregate's id
 * @param keyName its name
 * @param shape that of the {@link RowComponents}
 */
record RowFormat(JsonMapper json, RowKey key, String keyName, String shape) {

    static RowFormat of(ReplicaDefinition replica, JsonMapper json) {
        RowComponents components = RowComponents.of(replica, "in Elasticsearch");
        String name = replica.row().getRecordComponents()[0].getName();
        return new RowFormat(json, components.key(), name, components.shape());
    }

    /** The row's JSON as it will be read again; null where there is to be none. */
    @Nullable JsonNode write(ReplicaChange change) {
        Object content = change.row();
        if (content == null) {
            return null;
        }
        key.check(change, content);
        return json.readTree(json.writeValueAsBytes(content));
    }
}
