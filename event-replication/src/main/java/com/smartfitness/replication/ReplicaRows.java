package com.smartfitness.replication;

import java.util.List;
import java.util.Optional;

/** Reads replicas where there are no tables to query: in the file of a process without a store, and in Redis. */
public interface ReplicaRows {

    /**
     * All rows of a replica, in the order of their ids, as they are after the last change. Empty until the first
     * snapshot has begun to arrive. Not meant for millions of rows.
     *
     * @param table as {@link Replica#table()} says
     * @param row the record that the replica's methods return
     * @throws IllegalArgumentException if there is no such replica
     */
    <R extends Record> List<R> rows(String table, Class<R> row);

    /**
     * The row of one aggregate.
     *
     * @throws IllegalArgumentException if there is no such replica
     */
    <R extends Record> Optional<R> row(String table, Class<R> row, String id);
}
