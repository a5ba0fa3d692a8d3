package com.smartfitness.replication.failures;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.smartfitness.replication.example.elasticsearch.ElasticsearchConnection;
import com.smartfitness.stack.SearchFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What two services keep in Elasticsearch. */
final class ElasticsearchLedger implements Books, AutoCloseable {

    private static final int MOST = 10_000;

    private final ElasticsearchClient client;

    ElasticsearchLedger(SearchFacts facts) {
        this.client = ElasticsearchConnection.client(facts);
    }

    @Override
    public long pending() {
        return documents("members-member").stream()
                .mapToLong(document -> document.at("/replication/count").asLong(0))
                .sum();
    }

    @Override
    public boolean isKnown(String memberId) {
        return known().containsKey(memberId);
    }

    @Override
    public long gifts(String memberId) {
        return given().getOrDefault(memberId, 0);
    }

    @Override
    public Differences differences() {
        List<ObjectNode> members = documents("members-member");
        return Differences.between(
                members.stream()
                        .filter(member -> member.has("content"))
                        .collect(toMap(
                                ElasticsearchLedger::id,
                                member -> member.at("/content/visits").asInt())),
                known(),
                members.stream().map(ElasticsearchLedger::id).collect(toSet()),
                given());
    }

    private Map<String, Integer> known() {
        return documents("rewards-known_member").stream()
                .filter(document -> document.has("row"))
                .collect(toMap(
                        document -> document.at("/row/memberId").stringValue(),
                        document -> document.at("/row/visits").asInt()));
    }

    private Map<String, Integer> given() {
        return documents("rewards-gift").stream()
                .collect(toMap(
                        ElasticsearchLedger::id,
                        gift -> gift.at("/content/number").asInt()));
    }

    private static String id(ObjectNode document) {
        return document.at("/replication/id").stringValue();
    }

    /** All as they are now; none where there is no such index. */
    private List<ObjectNode> documents(String alias) {
        try {
            client.indices().refresh(refresh -> refresh.index(alias).ignoreUnavailable(true));
            return client
                    .search(
                            search ->
                                    search.index(alias).ignoreUnavailable(true).size(MOST),
                            ObjectNode.class)
                    .hits()
                    .hits()
                    .stream()
                    .map(hit -> requireNonNull(hit.source()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            client._transport().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
