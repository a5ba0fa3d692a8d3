package com.smartfitness.gateway;

import static com.smartfitness.gateway.ProblemAssert.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class RelayTest {

    private static final int MEGABYTE = 1024 * 1024;

    private static final TestTokens tokens = TestTokens.create();
    private static final String helper = tokens.bearer("U1", "HELPER");

    @TempDir
    private static Path directory;

    private static Fleet fleet;
    private static FakeService service;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        fleet = new Fleet();
        service = fleet.service("helper");
        gateway = RunningGateway.knowing(tokens, fleet.settings(directory, "gateway.timeouts.read=1s"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
        fleet.close();
    }

    @Test
    void saysThatAServiceIsAway() throws Exception {
        fleet.service("mlops").close();

        HttpResponse<String> answer = gateway.get("/api/v1/models", "Authorization", helper);

        assertProblem(answer, 503, "service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void saysThatAServiceIsTooSlow() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        service.behave(exchange -> pass(end));

        assertProblem(get(), 504, "gateway-timeout");
        end.countDown();
    }

    @Test
    void saysThatAServiceHasBrokenOff() throws Exception {
        service.behave(exchange -> exchange.close());

        assertProblem(get(), 502, "bad-gateway");
    }

    @Test
    void saysThatAServiceHasBrokenOffInTheMiddle() throws Exception {
        service.behave(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.getResponseBody().flush();
            throw new IOException("the service dies");
        });

        assertProblem(get(), 502, "bad-gateway");
    }

    @Test
    void asksNothingTwiceThatMayHaveTakenEffect() throws Exception {
        FakeService auth = fleet.service("auth");
        gateway.get("/api/v1/users/me", "Authorization", helper); // leaves a connection open that can be used again
        auth.seen();
        auth.behave(exchange -> exchange.getRequestBody().readAllBytes());
        HttpRequest signUp = gateway.request("/api/v1/owners")
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertProblem(gateway.send(signUp), 502, "bad-gateway");

        assertThat(auth.seen().method()).isEqualTo("POST");
        auth.behave(exchange -> FakeService.answer(exchange, "again"));
        gateway.get("/api/v1/users/me", "Authorization", helper);
        assertThat(auth.seen().method()).as("what comes next").isEqualTo("GET");
    }

    @Test
    void leavesAServiceAloneForAMomentThatKeepsFailing() throws Exception {
        FakeService search = fleet.service("search");
        search.behave(exchange -> exchange.close());
        Eventually.becomes(
                "the service is left alone",
                () -> gateway.get("/api/v1/reviews", "Authorization", helper).statusCode(),
                status -> status == 503);
        search.behave(exchange -> FakeService.answer(exchange, "back"));

        assertThat(gateway.get("/api/v1/tasks", "Authorization", helper).statusCode())
                .as("of another service")
                .isNotEqualTo(503);
        Eventually.becomes(
                "the service is asked again",
                () -> gateway.get("/api/v1/reviews", "Authorization", helper).body(),
                "back"::equals);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void handsAnUploadOnAsItIs(boolean chunked) throws Exception {
        byte[] photo = new byte[5 * MEGABYTE];
        new Random(1).nextBytes(photo);
        CompletableFuture<byte[]> arrived = new CompletableFuture<>();
        service.behave(exchange -> {
            arrived.complete(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(201, -1);
        });

        assertThat(upload(body(photo, chunked)).statusCode()).isEqualTo(201);
        assertThat(Arrays.equals(arrived.get(), photo)).isTrue();
    }

    @Test
    void handsAnUploadOnWhileItComes() throws Exception {
        CompletableFuture<Integer> first = new CompletableFuture<>();
        service.behave(exchange -> {
            first.complete(exchange.getRequestBody().read());
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(201, -1);
        });

        try (PipedInputStream body = new PipedInputStream(MEGABYTE)) {
            OutputStream client = new PipedOutputStream(body);
            CompletableFuture<HttpResponse<String>> answer = gateway.client()
                    .sendAsync(
                            upload().POST(BodyPublishers.ofInputStream(() -> body))
                                    .build(),
                            BodyHandlers.ofString());
            try (client) {
                client.write(new byte[64 * 1024]);
                client.flush();
                assertThat(first.get(20, TimeUnit.SECONDS)).isZero();
            }
            assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void rejectsBodiesThatAreTooLarge(boolean chunked) throws Exception {
        assertProblem(upload(body(new byte[6 * MEGABYTE + 1], chunked)), 413, "content-too-large");
    }

    @Test
    void handsEventsOnAsTheyComeUntilTheClientLeaves() throws Exception {
        CountDownLatch secondMayCome = new CountDownLatch(1);
        CountDownLatch clientIsGone = new CountDownLatch(1);
        service.behave(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream;charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            say(out, "data: first\n\n");
            pass(secondMayCome);
            say(out, "data: second\n\n");
            try {
                while (true) {
                    say(out, ":\n\n");
                }
            } finally {
                clientIsGone.countDown();
            }
        });

        HttpRequest request =
                gateway.request("/api/v1/tasks").header("Authorization", helper).build();
        HttpResponse<InputStream> answer = gateway.client().send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: first");
            secondMayCome.countDown();
            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("data: second");
        }

        assertThat(clientIsGone.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void handsStatusAndHeadersBack() throws Exception {
        service.behave(exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Location", "/api/v1/tasks/T1");
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            exchange.sendResponseHeaders(201, -1);
        });

        HttpResponse<String> answer = upload(BodyPublishers.ofString("{}"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/tasks/T1");
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
    }

    private static HttpResponse<String> get() throws Exception {
        return gateway.get("/api/v1/tasks", "Authorization", helper);
    }

    private static HttpResponse<String> upload(BodyPublisher body) throws Exception {
        return gateway.send(upload().POST(body).build());
    }

    private static HttpRequest.Builder upload() {
        return gateway.request("/api/v1/tasks")
                .header("Authorization", helper)
                .header("Content-Type", "multipart/form-data; boundary=x");
    }

    private static BodyPublisher body(byte[] bytes, boolean chunked) {
        return chunked
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))
                : BodyPublishers.ofByteArray(bytes);
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private static void pass(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
