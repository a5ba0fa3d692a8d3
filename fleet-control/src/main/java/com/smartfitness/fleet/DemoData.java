package com.smartfitness.fleet;

import java.util.function.Consumer;

/**
 * Fills a fleet that has just become ready with something to look at, through its public APIs alone. Found by
 * {@link java.util.ServiceLoader}, and run once in the life of a fleet's data.
 */
public interface DemoData {

    /**
     * Makes the data, and throws if that fails: it will be tried again at the next start, and finds then what it has
     * left.
     *
     * @param fleet where services answer, and the authority that vouches for the gateway
     * @param progress takes a line for each step
     */
    void make(FleetPlan fleet, Consumer<String> progress) throws Exception;
}
