package com.smartfitness.replication.elasticsearch;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.MgetResponse;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.get.GetResult;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.AnalyzeRequest;
import co.elastic.clients.elasticsearch.indices.AnalyzeResponse;
import com.smartfitness.replication.StoreUnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads documents as they are now, not as searches last saw them, and writes them on the condition that nobody else has
 * written meanwhile. Every method throws {@link StoreUnavailableException} when the store cannot be reached.
 */
public final class ElasticsearchLink {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    /** Of the attempts at a document at least one succeeds each time, so this is a crowd that nobody plans for. */
    static final int ATTEMPTS = 500;

    private final ElasticsearchClient client;

    public ElasticsearchLink(ElasticsearchClient client) {
        this.client = client;
    }

    /** What one asks the client for. */
    interface Request<T> {
        T send(ElasticsearchClient client) throws IOException;
    }

    <T> T call(Request<T> request) {
        try {
            return request.send(client);
        } catch (IOException | RuntimeException e) {
            throw ElasticsearchFailures.translated(e);
        }
    }

    StoredDocument get(DocumentPlace place) {
        return get(List.of(place)).getFirst();
    }

    /** In the order of the places. */
    List<StoredDocument> get(List<DocumentPlace> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        MgetResponse<ObjectNode> response = call(elasticsearch -> elasticsearch.mget(
                request -> {
                    places.forEach(place -> request.docs(
                            document -> document.index(place.index()).id(place.id())));
                    return request;
                },
                ObjectNode.class));
        List<StoredDocument> documents = new ArrayList<>(places.size());
        for (int i = 0; i < places.size(); i++) {
            documents.add(document(places.get(i), response.docs().get(i)));
        }
        return documents;
    }

    /** Writes one document. Returns it as it is now, or null if somebody else was faster. */
    @Nullable StoredDocument write(DocumentWrite write) {
        return write(List.of(write)).getFirst();
    }

    /**
     * Writes documents, each for itself. Returns each as it is now, or null where somebody else was faster.
     *
     * @throws IllegalArgumentException if Elasticsearch refuses one for what is in it; others may have been written
     */
    List<@Nullable StoredDocument> write(List<DocumentWrite> writes) {
        if (writes.isEmpty()) {
            return List.of();
        }
        BulkResponse response = call(elasticsearch -> elasticsearch.bulk(request ->
                request.operations(writes.stream().map(DocumentWrite::operation).toList())));
        List<@Nullable StoredDocument> written = new ArrayList<>(writes.size());
        for (int i = 0; i < writes.size(); i++) {
            written.add(written(writes.get(i), response.items().get(i)));
        }
        return written;
    }

    /** Changes a document, again for as long as others are faster. Returns it as it is then; null leaves it alone. */
    StoredDocument update(DocumentPlace place, Function<StoredDocument, @Nullable ObjectNode> change) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StoredDocument before = get(place);
            ObjectNode next = change.apply(before);
            if (next == null) {
                return before;
            }
            StoredDocument after = write(before.replacedBy(next));
            if (after != null) {
                return after;
            }
        }
        throw crowded(place);
    }

    /** Makes all that was written before visible to searches. */
    void refresh(String index) {
        call(elasticsearch -> elasticsearch
                .indices()
                .refresh(request -> request.index(index).ignoreUnavailable(true).allowNoIndices(true)));
    }

    /**
     * Searches an index or an alias; finds nothing where there is none.
     *
     * @param query sets whatever is to be found
     */
    public SearchResponse<ObjectNode> search(String index, UnaryOperator<SearchRequest.Builder> query) {
        return call(elasticsearch -> elasticsearch.search(
                request -> query.apply(request.index(index)
                        .ignoreUnavailable(true)
                        .allowNoIndices(true)
                        .allowPartialSearchResults(false)
                        .seqNoPrimaryTerm(true)),
                ObjectNode.class));
    }

    /** Has a text taken apart. */
    public AnalyzeResponse analyze(UnaryOperator<AnalyzeRequest.Builder> text) {
        return call(elasticsearch -> elasticsearch.indices().analyze(text::apply));
    }

    /** What a search has found. */
    List<StoredDocument> find(String index, UnaryOperator<SearchRequest.Builder> query) {
        return documents(search(index, query));
    }

    static List<StoredDocument> documents(SearchResponse<ObjectNode> found) {
        return found.hits().hits().stream().map(ElasticsearchLink::document).toList();
    }

    static StoreUnavailableException crowded(DocumentPlace place) {
        return new StoreUnavailableException(
                new IllegalStateException("Too many change " + place.id() + " in " + place.index() + " at once"));
    }

    private static StoredDocument document(Hit<ObjectNode> hit) {
        return new StoredDocument(
                requireNonNull(hit.index()),
                requireNonNull(hit.id()),
                requireNonNull(hit.seqNo()),
                requireNonNull(hit.primaryTerm()),
                hit.source());
    }

    private static StoredDocument document(DocumentPlace place, MultiGetResponseItem<ObjectNode> item) {
        if (item.isFailure()) {
            throw ElasticsearchFailures.of(503, item.failure().error());
        }
        GetResult<ObjectNode> result = item.result();
        return result.found()
                ? new StoredDocument(
                        result.index(),
                        place.id(),
                        requireNonNull(result.seqNo()),
                        requireNonNull(result.primaryTerm()),
                        result.source())
                : new StoredDocument(place.index(), place.id(), -1, -1, null);
    }

    private static @Nullable StoredDocument written(DocumentWrite write, BulkResponseItem item) {
        boolean gone = item.status() == NOT_FOUND && write.after() == null;
        if (item.status() == CONFLICT || gone) {
            return null;
        }
        if (item.error() != null) {
            throw ElasticsearchFailures.of(item.status(), item.error());
        }
        return write.written(item.index(), requireNonNull(item.seqNo()), requireNonNull(item.primaryTerm()));
    }
}
