package com.smartfitness.replication.elasticsearch;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.outbox.OwnEvents;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Changes a service's documents and publishes what each change has to say, in one write of one document: both happen or
 * neither. What PostgreSQL's services do with a transaction and {@code EventPublisher}, Elasticsearch's do with this.
 *
 * {@snippet :
 * changes.make(new DocumentChange<>("review", reviewId, Review.class, stored -> {
 *     Review review = stored.orElseThrow(() -> ReviewNotFoundException.forId(reviewId)).edited(rating, text);
 *     return Changed.to(review, new ReviewUpdatedEvent(...));
 * }));
 * }
 */
public final class ElasticsearchChanges {

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final SourceEpoch source;
    private final WaitingDocuments waiting;
    private final OwnEvents own;
    private final JsonMapper json;
    private final Runnable wakeRelay;

    public ElasticsearchChanges(
            ElasticsearchLink link,
            ElasticsearchIndices indices,
            SourceEpoch source,
            WaitingDocuments waiting,
            OwnEvents own,
            JsonMapper json,
            Runnable wakeRelay) {
        this.link = link;
        this.indices = indices;
        this.source = source;
        this.waiting = waiting;
        this.own = own;
        this.json = json;
        this.wakeRelay = wakeRelay;
    }

    /**
     * Makes a change.
     *
     * @throws StoreUnavailableException when Elasticsearch cannot be reached or takes no writes now; if the time was up
     *     while the change was under way, it may have been made
     * @throws IllegalArgumentException if an event may not be published, or is about another aggregate, or if
     *     Elasticsearch refuses the document for what is in it
     * @throws RuntimeException what the change's step has thrown; nothing was changed then
     */
    public <D> Made<D> make(DocumentChange<D> change) {
        if (Effect.RUNNING.isBound()) {
            throw new IllegalStateException("A reaction enlists its change, which is made when it ends");
        }
        return make(change, null).orElseThrow();
    }

    /**
     * Has a change made when the running {@link com.smartfitness.replication.Reaction} ends, by the write that remembers
     * its event: both happen or neither.
     *
     * @throws IllegalStateException if no reaction runs on this thread, or it has enlisted a change before
     */
    public void enlist(DocumentChange<?> change) {
        if (!Effect.RUNNING.isBound()) {
            throw new IllegalStateException("Only a reaction enlists its change; make it");
        }
        Effect.RUNNING.get().enlist(change);
    }

    /** What a document holds now; nothing if there is none, or none any more. */
    public <D> Optional<D> read(String kind, String id, Class<D> content) {
        return Optional.ofNullable(read(kind, List.of(id), content).get(id));
    }

    /** What documents hold now, by id; who holds nothing is left out. */
    public <D> Map<String, D> read(String kind, Collection<String> ids, Class<D> content) {
        Map<String, D> read = new HashMap<>();
        for (StoredDocument stored :
                link.get(ids.stream().map(id -> indices.document(kind, id)).toList())) {
            JsonNode found = OwnDocument.of(stored).content();
            if (found != null) {
                read.put(stored.id(), json.treeToValue(found, content));
            }
        }
        return read;
    }

    /**
     * What documents of a kind hold that a search finds, as searches see them: what was written within the last second
     * may be missing.
     */
    public <D> List<D> find(String kind, Class<D> content, UnaryOperator<SearchRequest.Builder> query) {
        return link.find(indices.alias(kind), query).stream()
                .map(OwnDocument::of)
                .map(OwnDocument::content)
                .filter(Objects::nonNull)
                .map(found -> json.treeToValue(found, content))
                .toList();
    }

    /** The same with everything that was written before; not for every request. */
    public <D> List<D> findNow(String kind, Class<D> content, UnaryOperator<SearchRequest.Builder> query) {
        link.refresh(indices.alias(kind));
        return find(kind, content, query);
    }

    /** Makes a change and remembers what has been handled, unless the document shows it already. Returns whether not. */
    boolean makeOnce(DocumentChange<?> change, String handled) {
        return make(change, handled).isPresent();
    }

    private <D> Optional<Made<D>> make(DocumentChange<D> change, @Nullable String handled) {
        DocumentPlace place = indices.document(change.kind(), change.id());
        ChangeAttempts<D> attempts = new ChangeAttempts<>(change, handled, own, json, waiting.nextPosition());
        link.update(place, attempts::next);
        if (attempts.hasPublished()) {
            waiting.add(change.kind(), change.id(), attempts.position());
            wakeRelay.run();
        }
        return attempts.made(source::epoch);
    }
}
