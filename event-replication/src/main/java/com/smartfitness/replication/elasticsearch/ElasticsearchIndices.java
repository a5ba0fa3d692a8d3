package com.smartfitness.replication.elasticsearch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.IndexState;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.json.JsonMapper;

/**
 * The indices of a service. Each is known by an alias, e.g. {@code search-review}, so that another can take its place,
 * and is named by what its documents look like there. It is made when it is first needed, so that a service starts
 * while its store does.
 */
public final class ElasticsearchIndices {

    private static final String PATIENCE = "3s";
    private static final Duration RECENT = Duration.ofHours(1);

    private final ElasticsearchLink link;
    private final String service;
    private final JsonMapper json;
    private final Map<String, DocumentLayout> layouts;
    private final Map<String, IndexShape> tables = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /**
     * The indices of a service.
     *
     * @param service prefix of all names
     */
    public ElasticsearchIndices(ElasticsearchLink link, String service, List<DocumentLayout> layouts, JsonMapper json) {
        this.link = link;
        this.service = service;
        this.json = json;
        this.layouts = layouts.stream().collect(toMap(DocumentLayout::name, identity()));
    }

    /** The alias of what has this name: a kind of aggregate, or a replica's table. */
    public String alias(String name) {
        return service + "-" + name;
    }

    /** One alias for all documents of the service's own, of whatever kind. */
    String published() {
        return service + "-published";
    }

    /** The index of what replication remembers beside documents. */
    DocumentPlace control(String id) {
        return new DocumentPlace(opened(IndexShape.CONTROL, "replication"), id);
    }

    DocumentPlace document(String kind, String id) {
        return new DocumentPlace(opened(IndexShape.DOCUMENTS, kind), id);
    }

    DocumentPlace row(String table, String id) {
        return new DocumentPlace(rows(table), id);
    }

    /** The alias of a table's rows. */
    String rows(String table) {
        IndexShape shape = tables.get(table);
        if (shape == null) {
            throw new IllegalArgumentException("This process keeps no replica in " + table);
        }
        return opened(shape, table);
    }

    /** Says what is kept in a table, the index of which is made when it is first needed. */
    void addTable(String table, String key) {
        tables.put(table, IndexShape.rows(key));
    }

    private String opened(IndexShape shape, String name) {
        String alias = alias(name);
        if (!open.contains(alias)) {
            create(shape, alias, layouts.getOrDefault(name, new DocumentLayout(name, 1, "{}")));
            awaitShards(alias);
            open.add(alias);
        }
        return alias;
    }

    /** Another process may have made it a moment ago, and nothing can be read of it yet. */
    private void awaitShards(String alias) {
        link.call(client -> client.cluster()
                .health(request -> request.index(alias)
                        .waitForStatus(HealthStatus.Yellow)
                        .timeout(timeout -> timeout.time(PATIENCE))));
    }

    private void create(IndexShape shape, String alias, DocumentLayout layout) {
        List<String> aliases = shape.equals(IndexShape.DOCUMENTS) ? List.of(alias, published()) : List.of(alias);
        if (link.call(client ->
                client.indices().existsAlias(request -> request.name(alias)).value())) {
            move(shape, alias, aliases, layout);
            removeRetired(alias);
            return;
        }
        String body = shape.request(layout, json, aliases);
        try {
            create(IndexShape.nameOf(alias, body), body);
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }

    /** Where the index was laid out by an earlier revision, and not by a later one: then this process is the older. */
    private void move(IndexShape shape, String alias, List<String> aliases, DocumentLayout layout) {
        Map.Entry<String, IndexState> now = link.call(client -> client.indices().get(request -> request.index(alias)))
                .indices()
                .entrySet()
                .iterator()
                .next();
        if (IndexShape.revisionOf(now.getValue()) < layout.revision()) {
            String body = shape.request(layout, json, List.of());
            String next = "%s-%08x"
                    .formatted(
                            IndexShape.nameOf(alias, body),
                            ThreadLocalRandom.current().nextInt());
            create(next, body);
            new IndexMove(link, now.getKey(), next, aliases).run();
        }
    }

    /** What others have moved from, or did not live to move to: whoever still writes there is refused, or is no more. */
    private void removeRetired(String alias) {
        long recently = Instant.now().minus(RECENT).toEpochMilli();
        link.call(client -> client.indices().get(request -> request.index(alias + "-*")))
                .indices()
                .forEach((name, state) -> {
                    IndexSettings settings = state.settings();
                    Long created = settings == null || settings.index() == null
                            ? null
                            : settings.index().creationDate();
                    boolean ofThis = name.substring(alias.length()).matches("(-[0-9a-f]{8}){1,2}");
                    if (ofThis && state.aliases().isEmpty() && created != null && created < recently) {
                        link.call(client -> client.indices().delete(request -> request.index(name)));
                    }
                });
    }

    private void create(String index, String body) {
        link.call(client ->
                client.indices().create(request -> request.index(index).withJson(new StringReader(body))));
    }
}
