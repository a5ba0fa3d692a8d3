package com.smartfitness.replication.replica;

/**
 * A replica as its store knows it.
 *
 * @param name the queue that feeds it, e.g. {@code mlops.tasks}
 * @param source prefix of the service that owns the aggregates
 * @param aggregate kind of aggregate
 * @param table where the rows are
 * @param row record whose components are the row's columns
 */
public record ReplicaDefinition(
        String name, String source, String aggregate, String table, Class<? extends Record> row) {}
