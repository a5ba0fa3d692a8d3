package com.smartfitness.replication.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.replication.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source's published state.
 *
 * @param next where the next page begins, exclusive; null after the last one
 * @param sequences how far each type's stream had come before the first page was read, by type; empty in later pages
 */
public record PublishedPage(
        long epoch, List<PublishedState> states, @Nullable String next, Map<String, Version> sequences) {

    public PublishedPage {
        states = List.copyOf(states);
        sequences = Map.copyOf(sequences);
    }

    /**
     * What an aggregate's last event said.
     *
     * @param version the counter without the epoch
     * @param data the event's JSON, byte for byte
     */
    public record PublishedState(String id, String type, long version, Instant time, String data) {

        /** What consumers keep beside the row, to compare. */
        public long hash() {
            return StateHash.of(type, data.getBytes(UTF_8));
        }
    }
}
