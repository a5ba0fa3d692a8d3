package com.smartfitness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElasticsearchServerIT {

    private final ElasticsearchServer server = ElasticsearchServer.temporary().shortLived();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void keepsDocumentsAndKeyOverKillAndStop() throws Exception {
        SearchFacts facts = server.facts();
        assertThat(send("PUT", "/kept/_doc/1", "{\"name\": \"before\"}").statusCode())
                .isEqualTo(201);

        server.kill();
        assertThatThrownBy(() -> send("GET", "/kept/_doc/1", "")).isInstanceOf(ConnectException.class);
        server.start();
        assertThat(send("PUT", "/kept/_doc/2", "{\"name\": \"after\"}").statusCode())
                .isEqualTo(201);
        server.restart();

        assertThat(server.facts()).isEqualTo(facts);
        assertThat(send("GET", "/kept/_doc/1", "").body()).contains("before");
        assertThat(send("GET", "/kept/_doc/2", "").body()).contains("after");
    }

    @Test
    void findsKoreanWordsInsideOthers() throws Exception {
        String mapping = """
                {"settings": {"number_of_replicas": 0},
                 "mappings": {"properties": {"name": {"type": "text", "analyzer": "nori"}}}}
                """;
        assertThat(send("PUT", "/branches", mapping).statusCode()).isEqualTo(200);
        send("PUT", "/branches/_doc/1?refresh=true", "{\"name\": \"강남무인헬스장에서 운동하세요\"}");

        String query = "{\"query\": {\"match\": {\"name\": \"헬스장\"}}}";

        assertThat(send("POST", "/branches/_search", query).body()).contains("강남무인헬스장");
    }

    @Test
    void splitsKoreanWordsAsAnIndexWants() throws Exception {
        String request = """
                {"tokenizer": {"type": "nori_tokenizer", "decompound_mode": "mixed",
                               "user_dictionary_rules": ["핏팟 핏 팟"]},
                 "filter": ["nori_part_of_speech", "nori_readingform"],
                 "text": "핏팟에서 運動"}
                """;

        assertThat(send("POST", "/_analyze", request).body()).contains("\"핏팟\"", "\"팟\"", "\"운동\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ApiKey guess", "Basic ZWxhc3RpYzpjaGFuZ2VtZQ=="})
    void refusesEveryRequestWithoutItsKey(String authorization) throws Exception {
        for (String path : new String[] {"/", "/_cluster/health", "/_cat/indices", "/no/such/path/at/all"}) {
            HttpResponse<String> response = send("GET", path, "", authorization);

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).contains("ApiKey");
        }
        assertThat(send("PUT", "/secret/_doc/1", "{}", authorization).statusCode())
                .isEqualTo(401);
        assertThat(send("GET", "/secret", "").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAPortThatIsTaken() {
        try (ElasticsearchServer second =
                ElasticsearchServer.at(Path.of("/tmp/never-made"), server.port(), Ports.free())) {
            assertThatThrownBy(second::start)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port %d is in use, so Elasticsearch cannot start", server.port());
        }
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return send(method, path, body, server.facts().authorization());
    }

    private HttpResponse<String> send(String method, String path, String body, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.facts().url() + path))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
