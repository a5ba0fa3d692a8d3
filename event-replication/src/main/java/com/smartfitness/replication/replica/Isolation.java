package com.smartfitness.replication.replica;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.consumer.Work.Failures;
import java.io.IOException;
import java.util.List;

/** Halves what the store has refused until the culprits stand alone, and hands these to {@code failures}. */
final class Isolation {

    private Isolation() {}

    /** Applies some changes, all or none; returns how many took effect. */
    interface Part {
        int apply(List<Translated> part);
    }

    static int apply(List<Translated> events, Failures failures, Part part) throws IOException, InterruptedException {
        try {
            return part.apply(events);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            return isolate(events, e, failures, part);
        }
    }

    static int isolate(List<Translated> events, RuntimeException refusal, Failures failures, Part part)
            throws IOException, InterruptedException {
        if (events.isEmpty()) {
            throw refusal;
        }
        if (events.size() == 1) {
            failures.add(events.getFirst().message().get(), refusal);
            return apply(List.of(), failures, part);
        }
        int half = events.size() / 2;
        return apply(events.subList(0, half), failures, part)
                + apply(events.subList(half, events.size()), failures, part);
    }
}
