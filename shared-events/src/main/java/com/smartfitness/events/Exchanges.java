package com.smartfitness.events;

/** Exchanges that every service shares. Both are durable topic exchanges, declared with the broker's users. */
public final class Exchanges {

    /** Facts, to everyone who binds the type. Routing key = event type. */
    public static final String EVENTS = "fleet.events";

    /** Addressed messages between two services' replication: snapshot requests and snapshot chunks. */
    public static final String REPLICATION = "fleet.replication";

    private Exchanges() {}
}
