package com.smartfitness.devices.simulation;

import java.time.Duration;
import java.time.Instant;

/** Is told what simulated devices do, on their threads. All of it is optional. */
public interface Watcher {

    /** A report has been answered; 0 where there was no answer, 204 where it was taken. */
    default void reported(Equipment equipment, int status, Duration took) {}

    /** A report of an error is on its way, perhaps not for the first time; it was due at this time. */
    default void tells(Equipment equipment, Instant due) {}

    /** The equipment is going to say that something is wrong. */
    default void fails(Equipment equipment) {}

    /** The equipment has fallen silent. */
    default void fallsSilent(Equipment equipment) {}

    /** The equipment is well from now on. */
    default void recovers(Equipment equipment) {}

    /** Somebody stood before a gate, which was told this; 0 where there was no answer. */
    default void asked(Equipment gate, int status, boolean opened) {}
}
