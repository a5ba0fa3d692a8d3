package com.smartfitness.fleet;

/** The role that sees who uses stores and broker, and may do nothing else. */
public final class Inspector {

    public static final String NAME = "inspector";

    /** Where the fleet's queues are. */
    public static final String VIRTUAL_HOST = "fleet";

    private Inspector() {}

    /** What lets it into a store. Redis keeps its own. */
    public static String password(FleetHome home, String store) {
        return home.secret("%s.%s".formatted(store, NAME));
    }
}
