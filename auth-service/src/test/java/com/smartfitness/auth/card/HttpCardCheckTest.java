package com.smartfitness.auth.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.testing.stores.Eventually;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class HttpCardCheckTest {

    private static final Card CARD = new Card("4242424242424242", "2031-12", "123");

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<String> question = new AtomicReference<>("");
    private final AtomicReference<String> key = new AtomicReference<>("");
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile int status = 200;
    private volatile String body = "{\"verified\":true}";
    private volatile boolean silent;
    private HttpServer server;
    private HttpCardCheck check;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/checks", exchange -> {
            asked.incrementAndGet();
            question.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII));
            key.set(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] answer = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, answer.length + (silent ? 1 : 0));
            exchange.getResponseBody().write(answer);
            exchange.getResponseBody().flush();
            if (silent) {
                awaitEnd();
            }
            exchange.close();
        });
        server.start();
        check = new HttpCardCheck(
                new CardCheckProperties(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                        "secret",
                        Duration.ofMillis(500),
                        Duration.ofMillis(300)),
                JsonMapper.shared());
    }

    @AfterEach
    void stop() {
        end.countDown();
        check.close();
        server.stop(0);
    }

    @Test
    void asksWhoseTheCardIs() {
        check.require(CARD, "김 민지");

        assertThat(question.get().split("&"))
                .containsExactlyInAnyOrder(
                        "number=4242424242424242", "expiry=2031-12", "cvv=123", "holder=%EA%B9%80+%EB%AF%BC%EC%A7%80");
        assertThat(key.get()).isEqualTo("Bearer secret");
    }

    @Test
    void refusesWhatIsNotTheHolders() {
        body = "{\"verified\":false}";

        assertThatThrownBy(() -> check.require(CARD, "Kim")).isInstanceOf(CardRefusedException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"verified\":true}",
                "302 | {\"verified\":true}",
                "200 | {}",
                "200 | {\"verified\":\"true\"}",
                "200 | x"
            })
    void takesNothingElseForAnAnswer(int otherStatus, String otherBody) {
        status = otherStatus;
        body = otherBody;

        assertUnavailable();
    }

    @Test
    void takesNoEndlessAnswer() {
        body = " ".repeat(100_000) + "{\"verified\":true}";

        assertUnavailable();
    }

    @Test
    void doesNotWaitForTheRestOfAnAnswer() {
        silent = true;

        assertUnavailable();
    }

    @Test
    void leavesAFailingServiceAloneForAWhile() {
        status = 500;
        for (int call = 0; call < 20; call++) {
            assertUnavailable();
        }
        assertThat(asked.get()).as("asked while it fails").isBetween(5, 12);

        status = 200;
        Eventually.holds("it is asked again", () -> {
            check.require(CARD, "Kim");
            return true;
        });
        assertThatCode(() -> check.require(CARD, "Kim")).doesNotThrowAnyException();
    }

    @Test
    void printsNoCard() {
        assertThat(CARD.toString()).doesNotContain("4242", "2031", "123");
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> check.require(CARD, "Kim")).isInstanceOf(CardCheckUnavailableException.class);
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
