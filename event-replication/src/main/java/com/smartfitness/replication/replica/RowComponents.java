package com.smartfitness.replication.replica;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/**
 * What a store that keeps rows as records must know of them.
 *
 * @param key the first component, which is the aggregate's id
 * @param shape what is kept of a row: the hash of the source's state, and names and types of the components. What was
 *     written under another shape has to be brought again
 */
public record RowComponents(RowKey key, String shape) {

    /**
     * Looks at a replica's record.
     *
     * @param where the rows are kept, for the failure's text, e.g. {@code in Redis}
     * @throws IllegalArgumentException if the first component cannot be an aggregate's id
     */
    public static RowComponents of(ReplicaDefinition replica, String where) {
        RecordComponent[] components = replica.row().getRecordComponents();
        if (components.length == 0 || components[0].getType() != String.class) {
            throw new IllegalArgumentException(
                    "%s cannot be kept %s: the first component of %s must be the aggregate's id, a String"
                            .formatted(replica.name(), where, replica.row().getSimpleName()));
        }
        String shape = Arrays.stream(components)
                .map(component -> component.getGenericType().getTypeName() + " " + component.getName())
                .collect(joining(", ", "hashed: ", ""));
        return new RowComponents(new RowKey(components[0]), shape);
    }
}
