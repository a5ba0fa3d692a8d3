package com.smartfitness.events;

/** How a fault was noticed. */
public enum FaultType {
    /** The equipment reported an error itself. */
    STATUS_ERROR,

    /** It was silent, and did not answer when asked. */
    PING_FAILED,

    /** A gate did not open when it was told to, or did not say whether it had. */
    GATE_OPEN_FAILED
}
