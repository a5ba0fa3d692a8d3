package com.smartfitness.testing.live;

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

/** A tab that listens to the server-sent events of an inbox, and remembers all that it has heard. */
public final class LiveEvents implements AutoCloseable {

    /** One event; the id is empty where it has none. */
    public record Heard(String id, String name, JsonNode data) {}

    private final InputStream body;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger comments = new AtomicInteger();
    private volatile boolean ended;

    private LiveEvents(InputStream body) {
        this.body = body;
        Thread.ofVirtual().start(this::listen);
    }

    /** Listens to what this request is answered with. */
    public static LiveEvents of(HttpClient http, HttpRequest request) {
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

    /** Listens to an answer that has begun. */
    public static LiveEvents from(InputStream body) {
        return new LiveEvents(body);
    }

    /** All events heard so far. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** Ids of the entries heard so far. */
    public List<String> entries() {
        return heard.stream()
                .filter(event -> event.name().equals("entry"))
                .map(Heard::id)
                .toList();
    }

    public void awaitEntries(List<String> ids) {
        Eventually.becomes("the entries are heard", this::entries, ids::equals);
    }

    /** Ids of the entries heard, once there are so many. */
    public List<String> awaitEntries(int count) {
        return Eventually.becomes(count + " entries are heard", this::entries, heard -> heard.size() >= count);
    }

    public void awaitUnread(int total) {
        Eventually.becomes(
                "the number of unread entries is heard",
                () -> heard.stream()
                        .filter(event -> event.name().equals("unread"))
                        .mapToInt(event -> event.data().get("total").asInt())
                        .reduce(-1, (_, last) -> last),
                last -> last == total);
    }

    public void awaitKeepAlive() {
        int before = comments.get();
        Eventually.holds("the stream is kept alive", () -> comments.get() > before);
    }

    public void awaitEnd() {
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
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    heard.add(new Heard(id, name, JsonMapper.shared().readTree(line.substring(5))));
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
