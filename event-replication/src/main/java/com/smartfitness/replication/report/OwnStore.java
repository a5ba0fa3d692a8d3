package com.smartfitness.replication.report;

import org.jspecify.annotations.Nullable;

/** A store in which a service keeps its own data, as that service finds it. */
public interface OwnStore {

    /** What kind of place it is, e.g. {@code db}; unique within the service. */
    String name();

    /**
     * Asks the store, and gives up within seconds.
     *
     * @throws Exception where it is away or cannot be used
     */
    Figures look() throws Exception;

    /**
     * What a store tells of itself; null what it tells no client.
     *
     * @param version of its program, with the program's name
     * @param memory bytes of main memory that it has taken for its data
     * @param size bytes that it keeps
     */
    record Figures(
            @Nullable String version,
            @Nullable Long memory,
            @Nullable Long size) {

        /** Of a store that tells nothing but that it is there. */
        public static final Figures UNTOLD = new Figures(null, null, null);
    }
}
