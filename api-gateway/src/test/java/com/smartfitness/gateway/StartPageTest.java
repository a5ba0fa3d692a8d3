package com.smartfitness.gateway;

import static com.smartfitness.gateway.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.testing.tokens.TestTokens;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an owner sees first, with services that answer, refuse, are late or away. */
class StartPageTest {

    private static final TestTokens tokens = TestTokens.create();
    private static final String owner = tokens.bearer("O1", "BRANCH_OWNER");

    @TempDir
    private static Path directory;

    private static Fleet fleet;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        fleet = new Fleet();
        gateway = RunningGateway.knowing(tokens, fleet.settings(directory, "gateway.start-page.deadline=1s"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        fleet.close();
    }

    @Test
    void gathersAllPartsWithTheCallersToken() throws Exception {
        for (String name : new String[] {"branchowner", "helper", "monitoring"}) {
            fleet.service(name)
                    .behave(exchange -> answer(exchange, 200, """
                    {"from": "%s", "token": %b}""".formatted(
                                    name + " " + exchange.getRequestURI(),
                                    owner.equals(exchange.getRequestHeaders().getFirst("Authorization")))));
        }

        JsonNode page = page();

        assertThat(page.get("complete").asBoolean()).isTrue();
        assertThat(page.at("/parts/unread/content/from").asString()).isEqualTo("branchowner /api/v1/inbox/unread");
        assertThat(page.at("/parts/waitingTasks/content/from").asString()).startsWith("helper /api/v1/tasks?");
        assertThat(page.at("/parts/openFaults/content/from").asString()).startsWith("monitoring /api/v1/");
        assertThat(page.get("parts").valueStream())
                .hasSize(5)
                .allSatisfy(part ->
                        assertThat(part.at("/content/token").asBoolean()).isTrue());
    }

    @Test
    void saysWhichPartsAreMissingAndWhy() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        fleet.service("branchowner").behave(exchange -> answer(exchange, 200, "{}"));
        fleet.service("helper").behave(exchange -> await(end));
        fleet.service("monitoring").behave(exchange -> answer(exchange, 503, """
                {"type": "urn:fleet:problem:store-unavailable", "status": 503}"""));

        JsonNode page = page();
        end.countDown();

        assertThat(page.get("complete").asBoolean()).isFalse();
        assertThat(page.at("/parts/branches/available").asBoolean()).isTrue();
        assertThat(page.at("/parts/waitingTasks/available").asBoolean()).isFalse();
        assertThat(page.at("/parts/waitingTasks/problem/type").asString())
                .isEqualTo("urn:fleet:problem:gateway-timeout");
        assertThat(page.at("/parts/openFaults/problem/type").asString())
                .isEqualTo("urn:fleet:problem:store-unavailable");
        assertThat(page.at("/parts/openFaults/content").isMissingNode()).isTrue();
    }

    @Test
    void takesNothingThatIsNoAnswer() throws Exception {
        fleet.service("branchowner").behave(exchange -> answer(exchange, 200, "<html>"));
        fleet.service("helper").behave(exchange -> answer(exchange, 200, "{\"x\": \"" + "y".repeat(2 << 20) + "\"}"));
        fleet.service("monitoring").behave(HttpExchange::close);

        JsonNode page = page();

        assertThat(page.get("parts").valueStream())
                .allSatisfy(part ->
                        assertThat(part.at("/problem/type").asString()).isEqualTo("urn:fleet:problem:bad-gateway"));
    }

    @Test
    void isForOwnersAlone() throws Exception {
        assertProblem(gateway.get("/api/v1/start-page"), 401, "unauthenticated");
        assertProblem(
                gateway.get("/api/v1/start-page", "Authorization", tokens.bearer("H1", "HELPER")), 403, "forbidden");
    }

    private static JsonNode page() throws Exception {
        HttpResponse<String> answer = gateway.get("/api/v1/start-page", "Authorization", owner);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void await(CountDownLatch end) throws IOException {
        try {
            assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
