package com.smartfitness.replication.elasticsearch;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The right to relay, and how far each type's stream has come: one document, so that only who has the right can say the
 * latter. Who relays writes it again and again; who has seen it unwritten for long takes it. Each measures that time by a
 * clock of its own that nobody sets, so that no two clocks are compared.
 */
final class LeaseDocument {

    private static final String TOKEN = "token";
    private static final String RENEWALS = "renewals";
    private static final String SEQUENCES = "sequences";

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final Duration lasting;
    private @Nullable Seen seen;

    /** That another holds it, by this write, and since when this has been known. */
    private record Seen(long sequence, long term, long since) {}

    LeaseDocument(ElasticsearchLink link, ElasticsearchIndices indices, Duration lasting) {
        this.link = link;
        this.indices = indices;
        this.lasting = lasting;
    }

    /** Takes the lease, or nothing while another holds it. */
    synchronized Optional<Held> take() {
        StoredDocument stored = link.get(place());
        if (stored.copy().has(TOKEN) && !isForsaken(stored)) {
            return Optional.empty();
        }
        String token = UUID.randomUUID().toString();
        StoredDocument taken = link.write(stored.replacedBy(stored.copy().put(TOKEN, token)));
        return taken == null ? Optional.empty() : Optional.of(new Held(taken));
    }

    Map<String, Version> sequences() {
        return sequences(link.get(place()).copy());
    }

    private boolean isForsaken(StoredDocument stored) {
        Seen last = seen;
        if (last == null || last.sequence() != stored.sequence() || last.term() != stored.term()) {
            seen = new Seen(stored.sequence(), stored.term(), System.nanoTime());
            return false;
        }
        return System.nanoTime() - last.since() > lasting.toNanos();
    }

    private DocumentPlace place() {
        return indices.control("lease");
    }

    private static Map<String, Version> sequences(ObjectNode lease) {
        Map<String, Version> sequences = new HashMap<>();
        lease.path(SEQUENCES)
                .properties()
                .forEach(place -> sequences.put(
                        place.getKey(), Version.parse(place.getValue().stringValue())));
        return sequences;
    }

    /** The lease in the hands of who relays, on one thread. */
    final class Held {

        private StoredDocument last;
        private long renewed = System.nanoTime();
        private boolean left;

        private Held(StoredDocument taken) {
            this.last = taken;
        }

        /** Sees to it that nobody else takes it, where that could come to be. */
        void keep() {
            requireHeld();
            if (System.nanoTime() - renewed > lasting.toNanos() / 3) {
                write(last.copy());
            }
        }

        /** Says how far streams have come; fails if another has taken the lease. */
        void advance(Map<String, Version> places) {
            requireHeld();
            ObjectNode next = last.copy();
            ObjectNode sequences = next.withObject("/" + SEQUENCES);
            places.forEach((type, place) -> sequences.put(type, place.toString()));
            write(next);
        }

        Map<String, Version> places() {
            keep();
            return sequences(last.copy());
        }

        void leave() {
            if (!left) {
                left = true;
                ObjectNode next = last.copy();
                next.remove(TOKEN);
                link.write(last.replacedBy(next));
            }
        }

        private void write(ObjectNode next) {
            next.put(RENEWALS, next.path(RENEWALS).asLong(0) + 1);
            StoredDocument written = link.write(last.replacedBy(next));
            if (written == null) {
                left = true;
                throw lost();
            }
            last = written;
            renewed = System.nanoTime();
        }

        private void requireHeld() {
            if (left) {
                throw lost();
            }
        }

        private static StoreUnavailableException lost() {
            return new StoreUnavailableException(
                    new IllegalStateException("The lease is another's, or was given back"));
        }
    }
}
