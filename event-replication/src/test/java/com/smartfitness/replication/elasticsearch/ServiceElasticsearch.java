package com.smartfitness.replication.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.contract.NoteEvent;
import com.smartfitness.replication.elasticsearch.DocumentChange.Changed;
import com.smartfitness.replication.outbox.OwnEvents;
import com.smartfitness.stack.SearchFacts;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service that publishes the contract's events, on an Elasticsearch set up as the auto-configuration would. */
final class ServiceElasticsearch implements AutoCloseable {

    private static final ReplicationProperties PROPERTIES = Binder.get(new MockEnvironment())
            .bindOrCreate("replication", ReplicationProperties.class)
            .withService(NoteEvent.SERVICE);

    private static final String ALL = NoteEvent.SERVICE + "-*";

    /** So short that a test can wait for its end. */
    private static final Duration LASTING = Duration.ofMillis(400);

    /** A note as its service keeps it. */
    record Note(int written) {}

    private final ElasticsearchClient client;
    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final SourceEpoch source;
    private final WaitingDocuments waiting = new WaitingDocuments();
    private final ElasticsearchChanges changes;
    private final ElasticsearchOutbox outbox;

    private ServiceElasticsearch(ElasticsearchClient client, DocumentLayout... layouts) {
        this.client = client;
        this.link = new ElasticsearchLink(client);
        this.indices = new ElasticsearchIndices(link, NoteEvent.SERVICE, List.of(layouts), JsonMapper.shared());
        this.source = new SourceEpoch(link, indices);
        OwnEvents own = new OwnEvents(JsonMapper.shared(), PROPERTIES, Clock.systemUTC());
        this.changes = new ElasticsearchChanges(link, indices, source, waiting, own, JsonMapper.shared(), () -> {});
        this.outbox = new ElasticsearchOutbox(link, indices, source, waiting, LASTING);
    }

    static ServiceElasticsearch on(SearchFacts facts) {
        Rest5Client http = Rest5Client.builder(URI.create(facts.url()))
                .setDefaultHeaders(new Header[] {new BasicHeader("Authorization", facts.authorization())})
                .build();
        return new ServiceElasticsearch(
                new ElasticsearchClient(new Rest5ClientTransport(http, new Jackson3JsonpMapper())));
    }

    /** Another process on the same data. */
    ServiceElasticsearch another() {
        return new ServiceElasticsearch(client);
    }

    /** Another process on the same data, with a later revision of the service. */
    ServiceElasticsearch successor(DocumentLayout layout) {
        return new ServiceElasticsearch(client, layout);
    }

    /** A new process, which finds nothing. */
    ServiceElasticsearch emptied() {
        link.call(client -> client.indices().get(request -> request.index(ALL)))
                .indices()
                .forEach((name, state) -> {
                    if (state.aliases().isEmpty()) {
                        link.call(client -> client.indices().delete(request -> request.index(name)));
                    }
                });
        link.refresh(ALL);
        List<StoredDocument> found;
        do {
            found = link.find(ALL, search -> search.size(5_000));
            link.write(found.stream().map(document -> document.replacedBy(null)).toList());
            link.refresh(ALL);
        } while (!found.isEmpty());
        return another();
    }

    ElasticsearchLink link() {
        return link;
    }

    ElasticsearchIndices indices() {
        return indices;
    }

    ElasticsearchChanges changes() {
        return changes;
    }

    ElasticsearchOutbox outbox() {
        return outbox;
    }

    ElasticsearchInbox inbox() {
        return new ElasticsearchInbox(link, indices, changes);
    }

    /** A new store object. */
    ElasticsearchReplicaStore replicaStore() {
        return new ElasticsearchReplicaStore(link, indices, JsonMapper.shared());
    }

    ElasticsearchReplicaRows replicaRows() {
        return new ElasticsearchReplicaRows(link, indices, JsonMapper.shared());
    }

    /** All documents of a name as searches see them now. */
    List<ObjectNode> documents(String name) {
        link.refresh(indices.alias(name));
        return link.find(indices.alias(name), search -> search.size(1_000)).stream()
                .map(StoredDocument::copy)
                .toList();
    }

    Made<Note> publish(DomainEvent... events) {
        return changes.make(changeThatPublishes(events));
    }

    /** Writes the aggregate's document once more. */
    static DocumentChange<Note> changeThatPublishes(DomainEvent... events) {
        DomainEvent first = events[0];
        String kind = first instanceof NoteEvent.BoardNamedEvent ? "board" : "note";
        return new DocumentChange<>(
                kind,
                first.aggregateId(),
                Note.class,
                stored -> first instanceof NoteEvent.NoteErasedEvent
                        ? Changed.toNothing(events)
                        : Changed.to(new Note(stored.map(Note::written).orElse(0) + 1), events));
    }

    @Override
    public void close() {
        try {
            client._transport().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
