package com.smartfitness.replication.elasticsearch;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The outbox in the service's own Elasticsearch: events wait inside the documents that they tell of. */
public final class ElasticsearchOutbox implements Outbox {

    /** How long nobody may take the lease from a relay that is not heard of. */
    public static final Duration LASTING = Duration.ofSeconds(5);

    private static final String WAITING = "replication.waiting";
    private static final int KINDS = 1_000;

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final SourceEpoch source;
    private final WaitingDocuments waiting;
    private final LeaseDocument lease;

    public ElasticsearchOutbox(
            ElasticsearchLink link,
            ElasticsearchIndices indices,
            SourceEpoch source,
            WaitingDocuments waiting,
            Duration lasting) {
        this.link = link;
        this.indices = indices;
        this.source = source;
        this.waiting = waiting;
        this.lease = new LeaseDocument(link, indices, lasting);
    }

    @Override
    public Optional<OutboxLease> tryLease() {
        return lease.take().map(held -> new ElasticsearchOutboxLease(link, indices, source, waiting, held));
    }

    @Override
    public Backlog backlog() {
        link.refresh(indices.published());
        SearchResponse<ObjectNode> found = link.search(
                indices.published(),
                search -> search.size(1)
                        .query(query -> query.exists(exists -> exists.field(WAITING)))
                        .sort(sort -> sort.field(field -> field.field(WAITING).order(SortOrder.Asc)))
                        .aggregations("pending", sum -> sum.sum(of -> of.field("replication.count"))));
        List<StoredDocument> oldest = ElasticsearchLink.documents(found);
        return oldest.isEmpty()
                ? new Backlog(0, null)
                : new Backlog(
                        sum(found, "pending"), OwnDocument.of(oldest.getFirst()).waitingSince());
    }

    private static long sum(SearchResponse<ObjectNode> found, String name) {
        Double value = requireNonNull(found.aggregations().get(name)).sum().value();
        return value == null ? 0 : Math.round(value);
    }

    @Override
    public PublishedPage published(String aggregate, @Nullable String after, int limit) {
        long epoch = epoch();
        Map<String, Version> sequences = after == null ? lease.sequences() : Map.of();
        String index = indices.document(aggregate, "").index();
        link.refresh(index);
        List<PublishedState> states = link
                .find(index, search -> {
                    search.size(limit)
                            .query(query -> query.exists(exists -> exists.field("replication.version")))
                            .sort(sort -> sort.field(
                                    field -> field.field("replication.id").order(SortOrder.Asc)));
                    return after == null ? search : search.searchAfter(after);
                })
                .stream()
                .map(stored -> OwnDocument.of(stored).published())
                .toList();
        return new PublishedPage(
                epoch, states, states.size() < limit ? null : states.getLast().id(), sequences);
    }

    @Override
    public List<String> aggregates() {
        link.refresh(indices.published());
        Aggregate kinds = link.search(
                        indices.published(),
                        search -> search.size(0)
                                .query(query -> query.exists(exists -> exists.field("replication.version")))
                                .aggregations(
                                        "kinds",
                                        kind -> kind.terms(terms ->
                                                terms.field("replication.kind").size(KINDS))))
                .aggregations()
                .get("kinds");
        return kinds == null
                ? List.of()
                : kinds.sterms().buckets().array().stream()
                        .map(bucket -> bucket.key().stringValue())
                        .sorted()
                        .toList();
    }

    @Override
    public Set<String> pending(String aggregate, Collection<String> ids) {
        return link.get(ids.stream().map(id -> indices.document(aggregate, id)).toList()).stream()
                .filter(stored ->
                        stored.source() != null && OwnDocument.of(stored).isWaiting())
                .map(StoredDocument::id)
                .collect(toSet());
    }

    @Override
    public long epoch() {
        return source.epoch();
    }

    @Override
    public long raiseEpoch() {
        return source.raise();
    }
}
