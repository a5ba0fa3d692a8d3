package com.smartfitness.replication.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.events.EventCatalogue;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.outbox.OwnEvents.Draft;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document of the service's own: the author's content, and what replication keeps beside it, because both must be
 * written together: the aggregate's version, its last event, the events that wait to be sent, and the events of others
 * whose effect it shows. What is gone leaves the rest behind.
 */
final class OwnDocument {

    private static final String CONTENT = "content";
    private static final String REPLICATION = "replication";

    private final ObjectNode document;
    private final ObjectNode replication;

    private OwnDocument(ObjectNode document) {
        this.document = document;
        this.replication = document.withObject("/" + REPLICATION);
    }

    /** A copy of what is stored, or a new one. */
    static OwnDocument of(StoredDocument stored, String kind, String id) {
        OwnDocument own = new OwnDocument(stored.copy());
        own.replication.put("kind", kind).put("id", id);
        return own;
    }

    /** A copy of what is stored. */
    static OwnDocument of(StoredDocument stored) {
        return new OwnDocument(stored.copy());
    }

    ObjectNode json() {
        return document;
    }

    /** Null if there is none, or none any more. */
    @Nullable JsonNode content() {
        return document.get(CONTENT);
    }

    void replaceContent(@Nullable JsonNode content) {
        if (content == null) {
            document.remove(CONTENT);
        } else {
            document.set(CONTENT, content);
        }
    }

    boolean hasHandled(String event) {
        return stream(replication.withArray("/handled"))
                .anyMatch(handled -> handled.get("event").stringValue().equals(event));
    }

    void handled(String event, Instant at) {
        replication.withArray("/handled").addObject().put("event", event).put("at", at.toEpochMilli());
    }

    /** Forgets what was handled before. Returns how much that was. */
    int forget(Instant before) {
        ArrayNode handled = replication.withArray("/handled");
        int known = handled.size();
        handled.removeIf(event -> event.get("at").longValue() < before.toEpochMilli());
        return known - handled.size();
    }

    /** Adds an event. Returns the aggregate's version after it. */
    long publish(Draft draft, long position) {
        long version = replication.path("version").asLong(0) + 1;
        replication.put("version", version);
        replication
                .putObject("last")
                .put("type", draft.type())
                .put("time", draft.time().toString())
                .put("data", draft.data());
        long place = Math.max(position, lastPosition() + 1);
        pending()
                .addObject()
                .put("event", draft.id().toString())
                .put("position", place)
                .put("version", version)
                .put("type", draft.type())
                .put("mandatory", draft.mandatory())
                .put("time", draft.time().toString())
                .put("trace", draft.traceparent())
                .put("data", draft.data());
        count();
        return version;
    }

    /** Removes events that need not be sent any more. Returns whether there were any of them. */
    boolean remove(Set<String> events) {
        int waiting = pending().size();
        pending().removeIf(event -> events.contains(event.get("event").stringValue()));
        count();
        return pending().size() < waiting;
    }

    boolean isWaiting() {
        return !pending().isEmpty();
    }

    /** When the first event that waits was published; null if none does. */
    @Nullable Instant waitingSince() {
        return isWaiting() ? Instant.parse(pending().get(0).get("time").stringValue()) : null;
    }

    /** The events that wait, oldest first. The epoch is that of sending, as what was begun in an earlier one is not old. */
    List<PendingEvent> events(long epoch) {
        List<PendingEvent> events = new ArrayList<>();
        for (JsonNode event : pending()) {
            String type = event.get("type").stringValue();
            events.add(new PendingEvent(
                    "%020d".formatted(event.get("position").longValue()),
                    replication.get("kind").stringValue(),
                    event.get("mandatory").booleanValue(),
                    new CloudEvent(
                            event.get("event").stringValue(),
                            EventCatalogue.sourceOf(type),
                            type,
                            id(),
                            Instant.parse(event.get("time").stringValue()),
                            new Version(epoch, event.get("version").longValue()),
                            null,
                            event.get("trace").isNull()
                                    ? null
                                    : event.get("trace").stringValue(),
                            event.get("data").stringValue().getBytes(UTF_8))));
        }
        return events;
    }

    /** What the aggregate's last event said. */
    PublishedState published() {
        JsonNode last = replication.get("last");
        return new PublishedState(
                id(),
                last.get("type").stringValue(),
                replication.get("version").longValue(),
                Instant.parse(last.get("time").stringValue()),
                last.get("data").stringValue());
    }

    String id() {
        return replication.get("id").stringValue();
    }

    private ArrayNode pending() {
        return replication.withArray("/pending");
    }

    private long lastPosition() {
        ArrayNode pending = pending();
        return pending.isEmpty()
                ? 0
                : pending.get(pending.size() - 1).path("position").asLong(0);
    }

    /** What searches look for: how many wait, and how long the first has. */
    private void count() {
        replication.put("count", pending().size());
        replication.remove("waiting");
        if (isWaiting()) {
            replication.set("waiting", pending().get(0).get("position"));
        }
    }

    private static Stream<JsonNode> stream(ArrayNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }
}
