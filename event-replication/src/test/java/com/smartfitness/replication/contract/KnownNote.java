package com.smartfitness.replication.contract;

/**
 * A row of the replica under test.
 *
 * @param noteId the aggregate
 */
public record KnownNote(String noteId, String text) {}
