package com.smartfitness.replication.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source's published state.
 *
 * @param next where the next page begins, exclusive; null after the last one
 */
public record PublishedPage(
        long epoch, List<PublishedState> states, @Nullable String next) {

    public PublishedPage {
        states = List.copyOf(states);
    }

    /**
     * What an aggregate's last event said.
     *
     * @param version the counter without the epoch
     * @param data the event's JSON, byte for byte
     */
    public record PublishedState(String id, String type, long version, Instant time, String data) {}
}
