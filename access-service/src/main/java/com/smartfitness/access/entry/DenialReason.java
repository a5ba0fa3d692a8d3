package com.smartfitness.access.entry;

/** Why a gate stays shut. */
public enum DenialReason {
    /** Nobody enrolled is similar enough. */
    NO_MATCH,

    /** Two are so similar that it could be either. */
    AMBIGUOUS,

    /** Recognised, and deactivated or erased. */
    INACTIVE_USER,

    BRANCH_CLOSED,

    /** The device that asked is known, and not the gate that it asked for. */
    UNKNOWN_GATE
}
