package com.smartfitness.replication;

import java.util.Comparator;

/**
 * A point in the life of an aggregate, or in the stream of one event type: the source's epoch, then a counter that
 * grows by one a step. Restoring a source from a backup raises its epoch, so that everything it says afterwards counts
 * as newer than what was lost.
 *
 * <p>On the wire {@code <epoch>.<counter>}, e.g. {@code 1.42}.
 */
public record Version(long epoch, long counter) implements Comparable<Version> {

    /** What a producer outside this code base is taken to say: older than anything a source publishes. */
    public static final Version OUTSIDE = new Version(0, 0);

    private static final Comparator<Version> ORDER =
            Comparator.comparingLong(Version::epoch).thenComparingLong(Version::counter);

    public Version {
        if (epoch < 0 || counter < 0) {
            throw new IllegalArgumentException("A version has no negative parts: " + epoch + "." + counter);
        }
    }

    /**
     * Reads the form on the wire.
     *
     * @throws IllegalArgumentException if the text is not {@code <epoch>.<counter>}
     */
    public static Version parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("A version is written <epoch>.<counter>, not '" + text + "'");
        }
        return new Version(Long.parseLong(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return epoch + "." + counter;
    }
}
