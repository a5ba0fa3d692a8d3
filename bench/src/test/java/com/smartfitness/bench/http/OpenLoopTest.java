package com.smartfitness.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    private static final int ANSWER_MILLIS = 50;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer slow;

    @BeforeEach
    void answerSlowly() throws IOException {
        slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        slow.createContext("/", this::answer);
        slow.start();
    }

    @AfterEach
    void stop() {
        client.close();
        slow.stop(0);
    }

    @Test
    void sendsWhatIsDueWhoeverWaitsForAnAnswer() {
        loop().run(40, 1);

        assertThat(most.get()).isGreaterThan(1);
    }

    @Test
    void waitsWhereNoMoreMayBeUnderWayAndCountsThat() {
        OpenLoop loop = loop().atOnce(1);
        loop.run(40, 1);

        assertThat(most.get()).isEqualTo(1);
        Latency latency = loop.latency();
        assertThat(latency.requests()).isEqualTo(40);
        assertThat(latency.failed()).isZero();
        // Forty one after the other take two seconds, and the last was due within the first.
        assertThat(latency.max()).isGreaterThan(40 * ANSWER_MILLIS - 1_000.0);
    }

    private OpenLoop loop() {
        URI at = URI.create("http://127.0.0.1:" + slow.getAddress().getPort());
        return new OpenLoop(client, List.of(HttpRequest.newBuilder(at).build()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try (exchange) {
            boolean _ = new CountDownLatch(1).await(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
            underWay.decrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
