package com.smartfitness.devices.simulation;

import java.time.Duration;

/**
 * What happens beside equipment being well.
 *
 * @param interval between two reports of one device
 * @param faultsPerMinute how often something begins to report an error
 * @param faultFor for how long it does
 * @param silencesPerMinute how often something falls silent
 * @param silenceFor for how long
 * @param calmFor how long at least nothing happens to a device again
 * @param entriesPerMinute how often somebody stands before a gate
 * @param seed equal ones choose the same devices
 */
public record Happenings(
        Duration interval,
        int faultsPerMinute,
        Duration faultFor,
        int silencesPerMinute,
        Duration silenceFor,
        Duration calmFor,
        int entriesPerMinute,
        long seed) {

    /** Reports every ten seconds, and a minute of each misfortune; long enough for the fleet to see its end. */
    public static Happenings ofAMinute(int faultsPerMinute, int silencesPerMinute, int entriesPerMinute, long seed) {
        Duration minute = Duration.ofMinutes(1);
        return new Happenings(
                Duration.ofSeconds(10),
                faultsPerMinute,
                minute,
                silencesPerMinute,
                minute,
                minute,
                entriesPerMinute,
                seed);
    }
}
