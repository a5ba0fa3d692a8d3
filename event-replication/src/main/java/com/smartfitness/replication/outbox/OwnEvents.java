package com.smartfitness.replication.outbox;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.EventType;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.trace.TraceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes of a service's events what an outbox stores, and refuses what the service may not publish. */
public final class OwnEvents {

    private final JsonMapper json;
    private final ReplicationProperties properties;
    private final Clock clock;

    public OwnEvents(JsonMapper json, ReplicationProperties properties, Clock clock) {
        this.json = json;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * An event before the store has given it a version.
     *
     * @param id of the event
     * @param aggregate kind of aggregate
     * @param aggregateId the aggregate
     * @param mandatory whether a queue must exist for it
     * @param traceparent W3C trace context of the change; null where there is none
     * @param data JSON
     */
    public record Draft(
            UUID id,
            String type,
            String aggregate,
            String aggregateId,
            boolean mandatory,
            Instant time,
            @Nullable String traceparent,
            String data) {}

    /**
     * Serialises an event.
     *
     * @throws IllegalArgumentException if the event is not this service's own, or larger than the configured limit
     */
    public Draft draft(DomainEvent event) {
        EventType type = EventCatalogue.typeOf(event.getClass());
        requireOwn(type);
        return new Draft(
                UUID.randomUUID(),
                type.value(),
                type.aggregate(),
                event.aggregateId(),
                type.requiresConsumer(),
                clock.instant(),
                TraceContext.current().map(TraceContext::traceparent).orElse(null),
                serialised(event, type));
    }

    private void requireOwn(EventType type) {
        if (!Names.sourceOf(type.value()).equals(properties.service())) {
            throw new IllegalArgumentException(
                    properties.service() + " may not publish " + type.value() + ": it is another service's event");
        }
    }

    private String serialised(DomainEvent event, EventType type) {
        byte[] data = json.writeValueAsBytes(event);
        long limit = properties.relay().maxEventSize().toBytes();
        if (data.length > limit) {
            throw new IllegalArgumentException(type.value() + " of " + data.length + " bytes exceeds the limit of "
                    + limit + ": large artefacts travel by reference");
        }
        return new String(data, StandardCharsets.UTF_8);
    }
}
