package com.smartfitness.fleet;

/** What a component's process is doing. */
public enum State {
    /** Not there, and not meant to be. */
    STOPPED,
    /** Waiting for what it needs, or on its way. */
    STARTING,
    /** There. Whether it serves clients is another question. */
    RUNNING,
    /** It died or could not start, and will be started again. */
    RESTARTING,
    /** On its way to its end. */
    STOPPING
}
