package com.smartfitness.replication.file;

import static java.util.stream.Collectors.joining;

import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.RowKey;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * What the rows of a replica look like.
 *
 * @param key the first component
 * @param text what is kept of a row: the hash of the source's state, and names and types of the components. What was
 *     written under another is not to be read as this one
 */
record RowShape(Class<? extends Record> row, RowKey key, String text) {

    static RowShape of(ReplicaDefinition replica) {
        RecordComponent[] components = replica.row().getRecordComponents();
        if (components.length == 0 || components[0].getType() != String.class) {
            throw new IllegalArgumentException(replica.name() + " cannot be kept in a file: the first component of "
                    + replica.row().getSimpleName() + " must be the aggregate's id, a String");
        }
        String text = Arrays.stream(components)
                .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
                .collect(joining(", ", "hashed: ", ""));
        return new RowShape(replica.row(), new RowKey(components[0]), text);
    }
}
