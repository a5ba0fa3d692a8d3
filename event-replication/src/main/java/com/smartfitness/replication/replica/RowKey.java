package com.smartfitness.replication.replica;

import com.smartfitness.replication.broker.MalformedEventException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;

/** The component of a row that is the aggregate's id. */
public final class RowKey {

    private final Method accessor;

    public RowKey(RecordComponent component) {
        this.accessor = component.getAccessor();
        accessor.trySetAccessible();
    }

    /**
     * Sees that a row is of the aggregate that the change is about.
     *
     * @throws MalformedEventException if it is another aggregate's
     */
    public void check(ReplicaChange change, Object row) {
        String id = keyOf(row);
        if (!change.id().equals(id)) {
            throw new MalformedEventException("The row for " + change.id() + " has the key '" + id + "'");
        }
    }

    private String keyOf(Object row) {
        try {
            return String.valueOf(accessor.invoke(row));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
