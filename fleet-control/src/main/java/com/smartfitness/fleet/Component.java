package com.smartfitness.fleet;

import com.smartfitness.stack.NativeServer;
import java.util.Optional;
import java.util.Set;

/** One of the processes that make up the fleet. */
public interface Component {

    /** What commands call it, e.g. {@code auth-db}. */
    String name();

    /** What it is, e.g. {@code PostgreSQL}. */
    String kind();

    /** All ports it takes, that of its clients first. */
    int[] ports();

    /** What it takes of the machine's memory when busy, in MB. */
    int memory();

    /** The process. */
    NativeServer server();

    /** Names of those that have to run before it can start. */
    Set<String> needs();

    /** Makes sure that all is there that clients expect. Called after each start of the process. */
    void provision();

    /** The release, once that is known. */
    Optional<String> version();

    /** Whether clients would be served now. */
    boolean isReady();
}
