package com.smartfitness.replication.elasticsearch;

import com.smartfitness.events.DomainEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One change of one document, and the events that tell of it; all of it is made by {@link ElasticsearchChanges}, or
 * nothing.
 *
 * @param kind of aggregate
 * @param id of the aggregate, 512 bytes at most
 * @param content what the document holds: a record that Jackson writes and reads
 * @param step what is to become of it, decided again if somebody else was faster: it does nothing else, and throws to
 *     refuse
 */
public record DocumentChange<D>(String kind, String id, Class<D> content, Function<Optional<D>, Changed<D>> step) {

    /**
     * What becomes of a document.
     *
     * @param content null if it is to be gone
     * @param events about this aggregate, published in this order
     */
    public record Changed<D>(@Nullable D content, List<DomainEvent> events) {

        public Changed {
            events = List.copyOf(events);
        }

        /** It is this now. */
        public static <D> Changed<D> to(D content, DomainEvent... events) {
            return new Changed<>(content, List.of(events));
        }

        /** Whether the document is what it was before, and nobody is told anything. */
        boolean changesNothingOf(Optional<D> before) {
            return events.isEmpty() && before.equals(Optional.ofNullable(content));
        }

        /** It is gone. */
        public static <D> Changed<D> toNothing(DomainEvent... events) {
            return new Changed<>(null, List.of(events));
        }
    }
}
