package com.smartfitness.replication.outbox;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.smartfitness.replication.Version;
import java.util.Map;

/**
 * What a source tells everyone who listens to it, in line with its events: a consumer that has read this far and has
 * seen less of a type has lost something.
 *
 * @param epoch the source's epoch
 * @param sequences how far the stream of each type has come, {@code <epoch>.<counter>} by type
 */
public record Heartbeat(long epoch, Map<String, String> sequences) {

    public Heartbeat {
        sequences = Map.copyOf(sequences);
    }

    static Heartbeat of(long epoch, Map<String, Version> sequences) {
        return new Heartbeat(
                epoch,
                sequences.entrySet().stream()
                        .collect(toUnmodifiableMap(
                                Map.Entry::getKey, e -> e.getValue().toString())));
    }
}
