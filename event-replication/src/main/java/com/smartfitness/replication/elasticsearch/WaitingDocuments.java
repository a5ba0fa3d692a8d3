package com.smartfitness.replication.elasticsearch;

import static java.util.Comparator.comparingLong;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Which documents may have events that wait to be sent, as far as this process knows: those that it has changed, and
 * those that a search has found. So the relay reads a document as it is now, and need not wait until searches see it.
 * Some hundred bytes each.
 */
public final class WaitingDocuments {

    private final Map<Aggregate, Waiting> documents = new ConcurrentHashMap<>();
    private final AtomicLong lastPosition = new AtomicLong();

    /** A document by what it is about. */
    record Aggregate(String kind, String id) {}

    /**
     * A document that may have something to send.
     *
     * @param since position of the first event
     * @param told when this was last said, in a count of its own
     */
    record Waiting(Aggregate aggregate, long since, long told) {}

    /** A place in the order of events, in microseconds; later than any that this process has given. */
    long nextPosition() {
        long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        return lastPosition.updateAndGet(last -> Math.max(last + 1, now));
    }

    void add(String kind, String id, long since) {
        Aggregate aggregate = new Aggregate(kind, id);
        long told = lastPosition.incrementAndGet();
        documents.merge(
                aggregate,
                new Waiting(aggregate, since, told),
                (known, now) -> new Waiting(aggregate, Math.min(known.since(), now.since()), told));
    }

    /** Those that have waited longest come first. */
    List<Waiting> oldest(Predicate<Aggregate> wanted) {
        return documents.values().stream()
                .filter(waiting -> wanted.test(waiting.aggregate()))
                .sorted(comparingLong(Waiting::since))
                .toList();
    }

    /** The document has been read and had nothing to send; unless it was changed again since it was looked up here. */
    void settled(Waiting waiting) {
        documents.remove(waiting.aggregate(), waiting);
    }
}
