package com.smartfitness.replication.broker;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.replication.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents in AMQP 0-9-1 binary mode: attributes as {@code cloudEvents:*} headers, data as the body, after the
 * CloudEvents AMQP protocol binding 1.0.
 */
public final class CloudEventHeaders {

    private static final String PREFIX = "cloudEvents:";
    private static final int PERSISTENT = 2;

    private CloudEventHeaders() {}

    /** Properties of a persistent message whose user-id the broker checks against the connection. */
    public static BasicProperties write(CloudEvent event, String brokerUser) {
        Map<String, Object> headers = new HashMap<>();
        put(headers, "specversion", "1.0");
        put(headers, "id", event.id());
        put(headers, "source", event.source());
        put(headers, "type", event.type());
        put(headers, "subject", event.subject());
        put(headers, "time", event.time());
        put(headers, "dataschema", EventCatalogue.schemaOf(event.type()));
        put(headers, "aggregateversion", event.version());
        put(headers, "sequence", event.sequence());
        put(headers, "traceparent", event.traceparent());
        return new BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(PERSISTENT)
                .messageId(event.id())
                .userId(brokerUser)
                .headers(headers)
                .build();
    }

    /**
     * Reads what a delivery says of itself; a message without CloudEvents headers is of the type of its routing key.
     *
     * @throws MalformedEventException if an attribute is not of its form
     */
    public static CloudEvent read(String routingKey, BasicProperties properties, byte[] body) {
        Map<String, Object> headers = properties.getHeaders() == null ? Map.of() : properties.getHeaders();
        String type = text(headers, "type");
        return new CloudEvent(
                id(headers, properties),
                text(headers, "source"),
                type == null ? routingKey : type,
                text(headers, "subject"),
                parsed(headers, "time", Instant::parse),
                parsed(headers, "aggregateversion", Version::parse),
                parsed(headers, "sequence", Version::parse),
                text(headers, "traceparent"),
                body);
    }

    private static String id(Map<String, Object> headers, BasicProperties properties) {
        String id = text(headers, "id");
        if (id == null) {
            id = properties.getMessageId();
        }
        return id == null ? UUID.randomUUID().toString() : id;
    }

    private static void put(Map<String, Object> headers, String attribute, @Nullable Object value) {
        if (value != null) {
            headers.put(PREFIX + attribute, value.toString());
        }
    }

    private static @Nullable String text(Map<String, Object> headers, String attribute) {
        Object value = headers.get(PREFIX + attribute);
        return value == null ? null : value.toString();
    }

    private static <T> @Nullable T parsed(Map<String, Object> headers, String attribute, Function<String, T> parser) {
        String text = text(headers, attribute);
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedEventException("The attribute " + attribute + " cannot be read", e);
        }
    }
}
