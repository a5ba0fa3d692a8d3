package com.smartfitness.bench.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.bench.chain.Chain.Opinion;
import com.smartfitness.stack.SearchFacts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The store of search-service, looked at and filled without the service, in the form that the service has left there. */
final class StoredReviews {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 2_000;

    private final SearchFacts facts;
    private final HttpClient client;

    StoredReviews(SearchFacts facts, HttpClient client) {
        this.facts = facts;
        this.client = client;
    }

    /** Whether a review was sent to others, and searches know it. */
    boolean isSettled(String reviewId) throws IOException, InterruptedException {
        JsonNode document = document(reviewId);
        return document.at("/content/shown").asBoolean(false)
                && document.at("/replication/count").asInt(1) == 0;
    }

    /** Writes reviews like one that the service has written itself. */
    void writeLike(String reviewId, Chain chain) throws IOException, InterruptedException {
        ObjectNode like = document(reviewId);
        for (int start = 0; start < chain.reviews(); start += AT_ONCE) {
            StringBuilder bulk = new StringBuilder();
            for (int number = start; number < Math.min(chain.reviews(), start + AT_ONCE); number++) {
                add(bulk, like, chain.opinion(number));
            }
            JsonNode answer = send("POST", "/search-review/_bulk", bulk.toString());
            if (answer.path("errors").asBoolean(true)) {
                throw new IOException(
                        "Reviews are refused: " + answer.toString().substring(0, 500));
            }
        }
        send("POST", "/search-review/_refresh", "");
    }

    /** How many documents of an index a search finds. */
    long count(String index, String field, boolean present) throws IOException, InterruptedException {
        String exists = "{\"exists\": {\"field\": \"%s\"}}".formatted(field);
        return send(
                        "POST",
                        "/" + index + "/_count",
                        present
                                ? "{\"query\": %s}".formatted(exists)
                                : "{\"query\": {\"bool\": {\"must_not\": %s}}}".formatted(exists))
                .path("count")
                .asLong(-1);
    }

    private static void add(StringBuilder bulk, ObjectNode like, Opinion opinion) {
        String id = UUID.nameUUIDFromBytes((opinion.branchId() + "\0" + opinion.customerId()).getBytes(UTF_8))
                .toString();
        ObjectNode document = like.deepCopy();
        document.withObject("/content")
                .put("reviewId", id)
                .put("branchId", opinion.branchId())
                .put("customerId", opinion.customerId())
                .put("rating", opinion.rating())
                .put("text", opinion.text())
                .put("createdAt", opinion.at().toString())
                .put("editedAt", opinion.at().toString());
        ObjectNode said =
                (ObjectNode) JSON.readTree(like.at("/replication/last/data").asString());
        said.setAll((ObjectNode) document.get("content").deepCopy());
        said.remove(List.of("editedAt", "deleted", "shown"));
        document.withObject("/replication").put("id", id);
        document.withObject("/replication/last").put("data", said.toString());
        bulk.append("{\"index\": {\"_id\": \"")
                .append(id)
                .append("\"}}\n")
                .append(document)
                .append('\n');
    }

    private ObjectNode document(String reviewId) throws IOException, InterruptedException {
        return (ObjectNode) send("GET", "/search-review/_doc/" + reviewId, "").get("_source");
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(facts.url() + path))
                        .header("Authorization", facts.authorization())
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s is answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }
}
