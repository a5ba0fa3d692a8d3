package com.smartfitness.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.defaults.sample.SampleService;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.RefusedTokens;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running service, asked over HTTP. */
class ServiceDefaultsIT {

    private static final TestTokens tokens = TestTokens.create();
    private static final HttpClient http = HttpClient.newHttpClient();

    private static ConfigurableApplicationContext service;
    private static int port;

    @BeforeAll
    static void startService() {
        SampleService.KEYS.add(tokens.publicKey());
        DatabaseFacts database = Stores.postgres().newDatabase();
        BrokerFacts broker = Stores.broker().newVirtualHost("sample");
        service = SpringApplication.run(
                SampleService.class,
                "--spring.config.import=classpath:service-defaults.properties",
                "--spring.application.name=sample-service",
                "--server.port=0",
                "--fleet.security.public-routes=GET /open",
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.rabbitmq.host=" + broker.host(),
                "--spring.rabbitmq.port=" + broker.port(),
                "--spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                "--spring.rabbitmq.username=sample-service",
                "--spring.rabbitmq.password=" + broker.user("sample").password());
        port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    @Nested
    class Tokens {

        @Test
        void tellsWhoCalls() throws Exception {
            HttpResponse<String> answer = get("/me", tokens.bearer("H1", "HELPER"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"userId\":\"H1\",\"role\":\"HELPER\"}");
        }

        @Test
        void refusesRequestWithoutToken() throws Exception {
            assertProblem(send(request("/me").GET()), 401, "unauthenticated");
        }

        @Test
        void refusesExpiredToken() throws Exception {
            Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
            String token = tokens.token("H1", "HELPER", claims -> claims.expirationTime(past));

            HttpResponse<String> answer = get("/me", "Bearer " + token);

            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.body()).contains("expired");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        }

        @TestFactory
        Stream<DynamicTest> refusesForgedTokens() {
            return RefusedTokens.at(URI.create("http://127.0.0.1:" + port))
                    .tests(tokens, "O1", "OPERATOR", List.of("GET /me", "GET /towels", "GET /api/v1/replication"));
        }

        @Test
        void refusesTokensThatWereRevoked() throws Exception {
            revoke("R1", 3, "1 hour");
            revoke("R2", 3, "-1 hour");

            Eventually.holds(
                    "the revocation is known",
                    () -> get("/me", ofGeneration("R1", 3)).statusCode() == 401);
            assertProblem(get("/me", tokens.bearer("R1", "HELPER")), 401, "unauthenticated");
            assertThat(get("/me", ofGeneration("R1", 4)).statusCode()).isEqualTo(200);
            assertThat(get("/me", ofGeneration("R2", 3)).statusCode()).isEqualTo(200);
            assertProblem(get("/me", ofGeneration("R3", "none")), 401, "unauthenticated");
        }

        private static void revoke(String userId, long generation, String life) {
            service.getBean(JdbcClient.class)
                    .sql("insert into security.known_token_revocation values (?, ?, now() + cast(? as interval))")
                    .params(userId, generation, life)
                    .update();
        }

        private static String ofGeneration(String userId, Object generation) {
            return "Bearer " + tokens.token(userId, "HELPER", claims -> claims.claim("gen", generation));
        }

        @Test
        void refusesAnotherRole() throws Exception {
            assertProblem(
                    post("/towels", "{\"colour\":\"red\",\"count\":1}", tokens.bearer("C1", "CUSTOMER")),
                    403,
                    "forbidden");
        }

        @Test
        void keepsOperationsToOperators() throws Exception {
            assertProblem(get("/api/v1/replication", tokens.bearer("H1", "HELPER")), 403, "forbidden");
            assertThat(get("/api/v1/replication", tokens.bearer("O1", "OPERATOR"))
                            .statusCode())
                    .isEqualTo(200);
        }

        @Test
        void opensHealthToAnybody() throws Exception {
            assertThat(send(request("/actuator/health/liveness").GET()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void describesItsApiWithProblemsAndWithoutTheCaller() throws Exception {
        String description = send(request("/v3/api-docs").GET()).body();

        assertThat(description)
                .contains("\"/me\"", "\"default\":{\"description\":\"What went wrong", "\"Problem\":{")
                .doesNotContain("\"caller\"");
    }

    @Test
    void endsLastPageWithoutNext() throws Exception {
        assertThat(get("/towels", tokens.bearer("H1", "HELPER")).body()).isEqualTo("{\"items\":[]}");
    }

    @Nested
    class BadInput {

        private final String helper = tokens.bearer("H1", "HELPER");

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"colour\":\"red\",\"count\":1,\"weight\":2} | 400 | weight",
                    "{\"colour\":\"\",\"count\":1} | 400 | colour",
                    "{\"colour\":\"far too long a colour\",\"count\":1} | 400 | colour",
                    "{\"colour\":5,\"count\":1} | 400 | colour",
                    "{\"colour\":\"re\\u0000d\",\"count\":1} | 400 | colour",
                    "{\"colour\":\"re\\ud800d\",\"count\":1} | 400 | colour",
                    "{\"colour\":\"red\",\"count\":\"1\"} | 400 | count",
                    "{\"colour\":\"red\",\"count\":1.5} | 400 | count",
                    "{\"colour\":\"red\",\"count\":99999999999} | 400 | count",
                    "{\"colour\":\"red\"} | 400 | count",
                    "{\"colour\":\"red\",\"count\":1,\"size\":\"HUGE\"} | 400 | size",
                    "{\"colour\":\"red\",\"count\":1,\"size\":0} | 400 | size",
                })
        void namesTheField(String body, int status, String field) throws Exception {
            HttpResponse<String> answer = post("/towels", body, helper);

            assertProblem(answer, status, "invalid-request");
            assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"{", "''", "{\"colour\":\"red\",\"count\":1} {}"})
        void refusesWhatIsNotOneDocument(String body) throws Exception {
            HttpResponse<String> answer = post("/towels", body, helper);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("urn:fleet:problem:");
        }

        @Test
        void refusesDeepAndLongDocuments() throws Exception {
            assertProblem(post("/towels", "[".repeat(1000), helper), 400, "invalid-request");
            assertProblem(post("/towels", "{\"colour\":\"" + "x".repeat(300_000), helper), 413, "content-too-large");
        }

        @Test
        void namesTheParameter() throws Exception {
            HttpResponse<String> notANumber = get("/towels?limit=abc", helper);
            assertProblem(notANumber, 400, "invalid-request");
            assertThat(notANumber.body()).contains("\"field\":\"limit\"");

            HttpResponse<String> tooLarge = get("/towels?limit=101", helper);
            assertProblem(tooLarge, 400, "invalid-request");
            assertThat(tooLarge.body()).contains("\"field\":\"limit\"");

            assertProblem(get("/towels?cursor=nonsense", helper), 400, "invalid-cursor");
            assertProblem(get("/towels?cursor=%00", helper), 400, "invalid-request");
        }

        @Test
        void saysWhatIsNotThere() throws Exception {
            assertProblem(get("/towels/7", helper), 404, "towel-not-found");
            assertProblem(get("/nothing", helper), 404, "not-found");
        }

        @Test
        void saysWhatWouldBeTaken() throws Exception {
            HttpResponse<String> plain = send(request("/towels")
                    .header("Authorization", helper)
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofString("red")));
            assertProblem(plain, 415, "unsupported-media-type");
            assertThat(plain.body()).contains("application/json");

            HttpResponse<String> deletion =
                    send(request("/towels").header("Authorization", helper).DELETE());
            assertProblem(deletion, 405, "method-not-allowed");
            assertThat(deletion.body()).contains("GET, POST");
        }

        @Test
        void speaksOneLanguage() throws Exception {
            HttpResponse<String> answer = send(
                    request("/towels?limit=101").header("Authorization", helper).header("Accept-Language", "ko"));

            assertThat(answer.body()).contains("must be less than or equal to 100");
        }

        @Test
        void keepsItsOwnFailuresToItself() throws Exception {
            HttpResponse<String> answer = send(request("/open").GET());

            assertProblem(answer, 500, "internal-server-error");
            assertThat(answer.body()).doesNotContain("secret");
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"urn:fleet:problem:" + type + "\"");
    }

    private static HttpResponse<String> get(String path, String authorization) throws Exception {
        return send(request(path).header("Authorization", authorization).GET());
    }

    private static HttpResponse<String> post(String path, String body, String authorization) throws Exception {
        return send(request(path)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
