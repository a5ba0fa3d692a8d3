package com.smartfitness.replication.redis;

import static java.util.stream.Collectors.joining;

import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.RowKey;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the rows of a replica are written: as JSON, with the record's components as members.
 *
 * @param key the first component, which is the aggregate's id
 * @param shape what is kept of a row: hashes, and names and types of the components. Rows of another are to be brought
 *     again
 */
record RowFormat(JsonMapper json, RowKey key, String shape) {

    static RowFormat of(ReplicaDefinition replica, JsonMapper json) {
        RecordComponent[] components = replica.row().getRecordComponents();
        if (components.length == 0 || components[0].getType() != String.class) {
            throw new IllegalArgumentException(replica.name() + " cannot be kept in Redis: the first component of "
                    + replica.row().getSimpleName() + " must be the aggregate's id, a String");
        }
        String shape = Arrays.stream(components)
                .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
                .collect(joining(", ", "hashed: ", ""));
        return new RowFormat(json, new RowKey(components[0]), shape);
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
