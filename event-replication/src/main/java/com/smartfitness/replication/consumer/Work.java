package com.smartfitness.replication.consumer;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** What is done with the deliveries of one queue, on that queue's thread alone. */
public interface Work {

    /** Name of the queue, with the service's prefix. */
    String queue();

    /** Types that are bound. */
    Collection<String> types();

    /** Routing keys under which other services' replication addresses this queue. */
    Collection<String> addressed();

    /** Whether events of producers outside this code base are taken. */
    default boolean acceptsOutsiders() {
        return false;
    }

    /**
     * The queue is there and consuming begins.
     *
     * @param created whether it had to be created, so that events may have been missed
     */
    default void opened(boolean created) throws IOException, InterruptedException {}

    /**
     * Handles a batch completely: when it returns, every message has taken effect or has been handed to {@code
     * failures}.
     */
    void handle(List<Incoming> batch, Failures failures) throws IOException, InterruptedException;

    /** About a second has passed. */
    default void tick() throws IOException, InterruptedException {}

    /** Takes the messages that could not be handled. */
    interface Failures {
        void add(Incoming message, Exception cause) throws IOException, InterruptedException;
    }
}
