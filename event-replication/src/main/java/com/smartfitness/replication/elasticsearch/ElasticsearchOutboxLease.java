package com.smartfitness.replication.elasticsearch;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.elasticsearch.WaitingDocuments.Aggregate;
import com.smartfitness.replication.elasticsearch.WaitingDocuments.Waiting;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads waiting events from their documents as these are now. Which documents those are it is told by the changes of its
 * own process, and finds by a search what others have changed, or one that was killed.
 */
final class ElasticsearchOutboxLease implements OutboxLease {

    private static final Duration SEARCH_INTERVAL = Duration.ofSeconds(1);
    private static final int FOUND_AT_ONCE = 1_000;

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final SourceEpoch source;
    private final WaitingDocuments waiting;
    private final LeaseDocument.Held lease;
    private long nextSearch = System.nanoTime();

    ElasticsearchOutboxLease(
            ElasticsearchLink link,
            ElasticsearchIndices indices,
            SourceEpoch source,
            WaitingDocuments waiting,
            LeaseDocument.Held lease) {
        this.link = link;
        this.indices = indices;
        this.source = source;
        this.waiting = waiting;
        this.lease = lease;
    }

    @Override
    public List<PendingEvent> next(int limit, Collection<String> except, Collection<PendingEvent> sent) {
        lease.keep();
        searchIfDue(except);
        Set<Aggregate> busy =
                sent.stream().map(ElasticsearchOutboxLease::aggregate).collect(toSet());
        List<Waiting> candidates =
                waiting.oldest(aggregate -> !except.contains(aggregate.kind()) && !busy.contains(aggregate));
        if (candidates.isEmpty()) {
            return List.of();
        }
        long epoch = source.epoch();
        List<PendingEvent> found = new ArrayList<>();
        for (int from = 0; from < candidates.size() && found.size() < limit; from += limit) {
            found.addAll(events(candidates.subList(from, Math.min(from + limit, candidates.size())), epoch));
        }
        return found.stream()
                .sorted(comparing(PendingEvent::position))
                .limit(limit)
                .toList();
    }

    private List<PendingEvent> events(List<Waiting> documents, long epoch) {
        List<StoredDocument> stored = link.get(documents.stream()
                .map(Waiting::aggregate)
                .map(aggregate -> indices.document(aggregate.kind(), aggregate.id()))
                .toList());
        List<PendingEvent> events = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            List<PendingEvent> ofOne = stored.get(i).source() == null
                    ? List.of()
                    : OwnDocument.of(stored.get(i)).events(epoch);
            if (ofOne.isEmpty()) {
                waiting.settled(documents.get(i));
            }
            events.addAll(ofOne);
        }
        return events;
    }

    /** What others have committed, and what was committed by one that did not live to tell. */
    private void searchIfDue(Collection<String> except) {
        if (System.nanoTime() - nextSearch < 0) {
            return;
        }
        nextSearch = System.nanoTime() + SEARCH_INTERVAL.toNanos();
        link.refresh(indices.published());
        link
                .find(
                        indices.published(),
                        search -> search.size(FOUND_AT_ONCE)
                                .query(query -> query.bool(bool -> bool.filter(
                                                waits -> waits.exists(exists -> exists.field("replication.waiting")))
                                        .mustNot(passedOver -> passedOver.terms(terms -> terms.field("replication.kind")
                                                .terms(kinds -> kinds.value(except.stream()
                                                        .map(FieldValue::of)
                                                        .toList()))))))
                                .sort(sort -> sort.field(field ->
                                        field.field("replication.waiting").order(SortOrder.Asc))))
                .stream()
                .flatMap(document -> OwnDocument.of(document).events(1).stream().limit(1))
                .forEach(event -> waiting.add(
                        event.aggregate(), requireNonNull(event.event().subject()), Long.parseLong(event.position())));
    }

    /**
     * Streams first, which only the holder of the lease can do: a relay that dies in between sends again under numbers
     * that go on, which shows a duplicate and hides no loss.
     */
    @Override
    public void remove(List<PendingEvent> sent, Map<String, Version> sequences) {
        lease.advance(sequences);
        Map<Aggregate, Set<String>> removed = sent.stream()
                .collect(groupingBy(
                        ElasticsearchOutboxLease::aggregate,
                        mapping(pending -> pending.event().id(), toSet())));
        List<Aggregate> left = List.copyOf(removed.keySet());
        while (!left.isEmpty()) {
            left = removedFrom(left, removed);
        }
    }

    /** Returns the documents that somebody else was faster to change. */
    private List<Aggregate> removedFrom(List<Aggregate> aggregates, Map<Aggregate, Set<String>> removed) {
        List<StoredDocument> stored = link.get(aggregates.stream()
                .map(aggregate -> indices.document(aggregate.kind(), aggregate.id()))
                .toList());
        List<Aggregate> changed = new ArrayList<>();
        List<DocumentWrite> writes = new ArrayList<>();
        for (int i = 0; i < aggregates.size(); i++) {
            if (stored.get(i).source() != null) {
                OwnDocument document = OwnDocument.of(stored.get(i));
                if (document.remove(requireNonNull(removed.get(aggregates.get(i))))) {
                    changed.add(aggregates.get(i));
                    writes.add(stored.get(i).replacedBy(document.json()));
                }
            }
        }
        List<@Nullable StoredDocument> written = link.write(writes);
        List<Aggregate> again = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            if (written.get(i) == null) {
                again.add(changed.get(i));
            }
        }
        return again;
    }

    @Override
    public Map<String, Version> sequences() {
        return lease.places();
    }

    @Override
    public long epoch() {
        lease.keep();
        return source.epoch();
    }

    @Override
    public void close() {
        try {
            lease.leave();
        } catch (StoreUnavailableException e) {
            // The lease ends by itself.
        }
    }

    private static Aggregate aggregate(PendingEvent pending) {
        return new Aggregate(pending.aggregate(), requireNonNull(pending.event().subject()));
    }
}
