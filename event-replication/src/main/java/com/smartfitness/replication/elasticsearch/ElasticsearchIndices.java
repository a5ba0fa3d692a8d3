package com.smartfitness.replication.elasticsearch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The indices of a service. Each is known by an alias, e.g. {@code search-review}, so that another can take its place,
 * and is named by what its documents look like there.
 */
public final class ElasticsearchIndices {

    private static final String PATIENCE = "3s";

    private final ElasticsearchLink link;
    private final String service;
    private final JsonMapper json;
    private final Map<String, DocumentLayout> layouts;
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
        return new DocumentPlace(alias(table), id);
    }

    void openRows(String table, String key) {
        opened(IndexShape.rows(key), table);
    }

    void requireOpen(String table) {
        if (!open.contains(alias(table))) {
            throw new IllegalArgumentException("This process keeps no replica in " + table);
        }
    }

    private String opened(IndexShape shape, String name) {
        String alias = alias(name);
        if (!open.contains(alias)) {
            create(shape, alias, layouts.getOrDefault(name, new DocumentLayout(name, "{}")));
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
        if (link.call(client ->
                client.indices().existsAlias(request -> request.name(alias)).value())) {
            return;
        }
        Stream<String> aliases = shape.equals(IndexShape.DOCUMENTS) ? Stream.of(alias, published()) : Stream.of(alias);
        String body = shape.request(layout, json, aliases);
        try {
            link.call(client -> client.indices()
                    .create(request ->
                            request.index(IndexShape.nameOf(alias, body)).withJson(new StringReader(body))));
        } catch (ElasticsearchException e) {
            if (!"resource_already_exists_exception".equals(e.error().type())) {
                throw e;
            }
        }
    }
}
