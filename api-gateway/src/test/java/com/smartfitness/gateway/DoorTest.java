package com.smartfitness.gateway;

import static com.smartfitness.gateway.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.testing.tokens.TestTokens;
import com.sun.net.httpserver.Headers;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens at the door, before anybody is let through. */
class DoorTest {

    private static final String ORIGIN = "https://app.example.com";
    private static final TestTokens tokens = TestTokens.create();
    private static final String helper = tokens.bearer("U-quiet", "HELPER");

    @TempDir
    private static Path directory;

    private static Fleet fleet;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        fleet = new Fleet();
        gateway = RunningGateway.knowing(
                tokens,
                fleet.settings(
                        directory,
                        "gateway.cors.allowed-origins=" + ORIGIN,
                        "gateway.limits.user.burst=20",
                        "gateway.limits.user.refill=1",
                        "gateway.limits.user.period=1h",
                        "gateway.limits.credentials.burst=3",
                        "gateway.limits.credentials.refill=1",
                        "gateway.limits.credentials.period=1h"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        fleet.close();
    }

    @Nested
    class Limits {

        @Test
        void stopAUserWhoAsksTooOftenAndNobodyElse() throws Exception {
            String eager = tokens.bearer("U-eager", "HELPER");
            for (int i = 0; i < 20; i++) {
                HttpResponse<String> answer = gateway.get("/api/v1/balance", "Authorization", eager);
                assertThat(answer.statusCode()).isEqualTo(200);
                String left = "\"user\";r=%d;t=".formatted(19 - i);
                assertThat(answer.headers().allValues("RateLimit"))
                        .anySatisfy(limit -> assertThat(limit).startsWith(left));
            }

            HttpResponse<String> refused = gateway.get("/api/v1/balance", "Authorization", eager);

            assertProblem(refused, 429, "too-many-requests");
            assertThat(refused.headers().firstValue("Retry-After").map(Integer::parseInt))
                    .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(3000, 3600));
            assertThat(refused.headers().allValues("RateLimit-Policy"))
                    .anySatisfy(policy -> assertThat(policy).startsWith("\"user\";q=20;w="));
            assertThat(gateway.get("/api/v1/balance", "Authorization", helper).statusCode())
                    .isEqualTo(200);
        }

        @Test
        void stopWhoeverTriesPasswordsAndNothingElseOfTheirs() throws Exception {
            for (int i = 0; i < 3; i++) {
                assertThat(signIn().statusCode()).isEqualTo(200);
            }

            assertProblem(signIn(), 429, "too-many-requests");
            assertThat(gateway.get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
        }

        private static HttpResponse<String> signIn() throws Exception {
            return gateway.send(gateway.request("/api/v1/tokens")
                    .POST(BodyPublishers.ofString("{}"))
                    .build());
        }
    }

    @Nested
    class Bodies {

        @Test
        void areAsLargeAsTheirServiceTakesThem() throws Exception {
            assertProblem(post("/api/v1/branches", 1024 * 1024 + 1), 413, "content-too-large");
            assertThat(post("/api/v1/branches", 1024 * 1024).statusCode()).isEqualTo(200);
            assertThat(post("/api/v1/tasks", 1024 * 1024 + 1).statusCode()).isEqualTo(200);
        }

        private static HttpResponse<String> post(String path, int size) throws Exception {
            return gateway.send(gateway.request(path)
                    .header("Authorization", helper)
                    .POST(BodyPublishers.ofByteArray(new byte[size]))
                    .build());
        }
    }

    @Nested
    class Names {

        private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

        @Test
        void areTheClientsOwnOnTheWholeWay() throws Exception {
            HttpResponse<String> answer = gateway.get(
                    "/api/v1/models",
                    "Authorization",
                    helper,
                    "X-Request-Id",
                    "order-12345",
                    "traceparent",
                    "00-" + TRACE + "-00f067aa0ba902b7-01");

            Headers told = fleet.service("mlops").seen().headers();
            assertThat(told.get("X-Request-Id")).containsExactly("order-12345");
            assertThat(told.getFirst("traceparent")).startsWith("00-" + TRACE).doesNotContain("00f067aa0ba902b7");
            assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("order-12345");
            assertThat(answer.headers().allValues("X-Trace-Id")).containsExactly(TRACE);
        }

        @Test
        void areFreshWhereTheClientsMakeNoSense() throws Exception {
            HttpResponse<String> answer = gateway.get(
                    "/api/v1/faces",
                    "Authorization",
                    helper,
                    "X-Request-Id",
                    "a b<script>",
                    "traceparent",
                    "00-" + "0".repeat(32) + "-00f067aa0ba902b7-01");

            String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            String trace = answer.headers().firstValue("X-Trace-Id").orElseThrow();
            assertThat(id).matches("[0-9a-f-]{36}");
            assertThat(trace).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
            Headers told = fleet.service("access").seen().headers();
            assertThat(told.get("X-Request-Id")).containsExactly(id);
            assertThat(told.getFirst("traceparent")).startsWith("00-" + trace + "-");
        }

        @Test
        void areToldWithARefusalToo() throws Exception {
            HttpResponse<String> refused = gateway.get("/api/v1/tasks");

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("X-Request-Id")).isPresent();
        }
    }

    @Nested
    class Browsers {

        @Test
        void mayCallFromAnOriginThatIsAllowed() throws Exception {
            HttpResponse<String> asked = gateway.send(preflight(ORIGIN));

            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains(ORIGIN);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("authorization, if-match");
            HttpResponse<String> answer = gateway.get("/api/v1/branches", "Authorization", helper, "Origin", ORIGIN);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                    .hasValueSatisfying(shown -> assertThat(shown).contains("ETag", "Retry-After"));
        }

        @Test
        void mayNotCallFromAnother() throws Exception {
            assertProblem(gateway.send(preflight("https://evil.example")), 403, "origin-not-allowed");
            assertProblem(
                    gateway.get("/api/v1/branches", "Authorization", helper, "Origin", "https://evil.example"),
                    403,
                    "origin-not-allowed");
        }

        @Test
        void areToldThatAnAnswerMayDoNothing() throws Exception {
            HttpResponse<String> answer = gateway.get("/api/v1/branches/B1");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
            assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
            assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(gateway.get("/swagger-ui/index.html").headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self'"));
        }

        private static HttpRequest preflight(String origin) {
            return gateway.request("/api/v1/branches/B1")
                    .method("OPTIONS", BodyPublishers.noBody())
                    .header("Origin", origin)
                    .header("Access-Control-Request-Method", "PUT")
                    .header("Access-Control-Request-Headers", "authorization, if-match")
                    .build();
        }
    }
}
