package com.smartfitness.branchowner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.testing.stores.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tab that listens to server-sent events, and remembers all that it has heard. */
final class LiveEvents implements AutoCloseable {

    /** One event; the id is empty where it has none. */
    record Heard(String id, String name, JsonNode data) {}

    private final InputStream body;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private volatile boolean ended;

    private LiveEvents(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::listen);
    }

    static LiveEvents of(HttpClient http, HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            return new LiveEvents(answer.body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Ids of the entries heard so far. */
    List<String> entries() {
        return heard.stream()
                .filter(event -> event.name().equals("entry"))
                .map(Heard::id)
                .toList();
    }

    void awaitEntries(List<String> ids) {
        Eventually.becomes("the entries are heard", this::entries, ids::equals);
    }

    void awaitUnread(int total) {
        Eventually.becomes(
                "the number of unread entries is heard",
                () -> heard.stream()
                        .filter(event -> event.name().equals("unread"))
                        .mapToInt(event -> event.data().get("total").asInt())
                        .reduce(-1, (_, last) -> last),
                last -> last == total);
    }

    void awaitKeepAlive() {
        int before = comments.get();
        Eventually.holds("the stream is kept alive", () -> comments.get() > before);
    }

    void awaitEnd() {
        Eventually.holds("the stream has ended", () -> ended);
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8))) {
            String id = "";
            String name = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    comments.incrementAndGet();
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    heard.add(new Heard(id, name, JsonMapper.shared().readTree(line.substring(6))));
                    id = "";
                }
            }
        } catch (IOException closed) {
            // By either side: no more is heard.
        } finally {
            ended = true;
        }
    }
}
