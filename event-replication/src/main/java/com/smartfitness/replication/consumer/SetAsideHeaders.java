package com.smartfitness.replication.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.GetResponse;
import com.smartfitness.replication.broker.Names;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a message that was set aside carries beside its own headers. */
final class SetAsideHeaders {

    private static final String ATTEMPTS = "fleet-attempts";
    private static final String ROUTING_KEY = "fleet-routing-key";
    private static final String CAUSE = "fleet-cause";
    private static final String FAILED_AT = "fleet-failed-at";
    private static final String DEAD_LETTER_ID = "fleet-dead-letter-id";

    private static final int CAUSE_LENGTH = 500;
    private static final int PREVIEW_LENGTH = 2_000;

    private SetAsideHeaders() {}

    static Map<String, Object> write(
            String routingKey, BasicProperties original, String brokerUser, int attempts, Exception cause) {
        Map<String, Object> headers = own(original);
        String publisher = Sender.publisher(original, brokerUser);
        headers.put(Names.PUBLISHED_BY, publisher == null ? "" : publisher);
        headers.put(ROUTING_KEY, routingKey);
        headers.put(ATTEMPTS, attempts);
        headers.put(CAUSE, describe(cause));
        headers.put(FAILED_AT, Instant.now().toString());
        headers.put(DEAD_LETTER_ID, UUID.randomUUID().toString());
        return headers;
    }

    /** Those of a message that begins anew, with all attempts before it. */
    static Map<String, Object> replayed(GetResponse letter, String brokerUser) {
        BasicProperties properties = letter.getProps();
        Map<String, Object> headers = own(properties);
        String publisher = Sender.publisher(properties, brokerUser);
        headers.put(Names.PUBLISHED_BY, publisher == null ? "" : publisher);
        headers.put(ROUTING_KEY, type(letter));
        headers.keySet().removeAll(List.of(ATTEMPTS, CAUSE, FAILED_AT, DEAD_LETTER_ID));
        return headers;
    }

    /** Failed attempts so far, by this service's own count: what another says of them is not heard. */
    static int attempts(BasicProperties properties, String brokerUser) {
        return brokerUser.equals(properties.getUserId())
                        && properties.getHeaders() != null
                        && properties.getHeaders().get(ATTEMPTS) instanceof Number attempts
                ? attempts.intValue()
                : 0;
    }

    static @Nullable String routingKey(BasicProperties properties) {
        return text(properties, ROUTING_KEY);
    }

    /** A letter that the broker gave up has no id of ours; its message-id, or else its content, names it. */
    static String deadLetterId(GetResponse letter) {
        String id = text(letter.getProps(), DEAD_LETTER_ID);
        if (id == null) {
            id = letter.getProps().getMessageId();
        }
        return id == null ? Integer.toHexString(Arrays.hashCode(letter.getBody())) : id;
    }

    static DeadLetter describe(String queue, GetResponse letter, String brokerUser) {
        BasicProperties properties = letter.getProps();
        String cause = text(properties, CAUSE);
        byte[] body = letter.getBody();
        return new DeadLetter(
                deadLetterId(letter),
                queue,
                type(letter),
                text(properties, "cloudEvents:subject"),
                Sender.publisher(properties, brokerUser),
                attempts(properties, brokerUser),
                cause == null ? "The process ended each time that it was delivered" : cause,
                text(properties, FAILED_AT),
                new String(body, 0, Math.min(body.length, PREVIEW_LENGTH), UTF_8));
    }

    private static String type(GetResponse letter) {
        String type = text(letter.getProps(), ROUTING_KEY);
        if (type == null) {
            type = text(letter.getProps(), "cloudEvents:type");
        }
        return type == null ? letter.getEnvelope().getRoutingKey() : type;
    }

    private static Map<String, Object> own(BasicProperties properties) {
        Map<String, Object> headers =
                properties.getHeaders() == null ? new HashMap<>() : new HashMap<>(properties.getHeaders());
        // The broker would send copies to whatever these name.
        headers.keySet().removeAll(List.of("CC", "BCC"));
        headers.keySet().removeIf(name -> name.startsWith("x-"));
        return headers;
    }

    private static @Nullable String text(BasicProperties properties, String header) {
        Object value =
                properties.getHeaders() == null ? null : properties.getHeaders().get(header);
        return value == null ? null : value.toString();
    }

    private static String describe(Exception cause) {
        String text = cause.getMessage() == null
                ? cause.getClass().getSimpleName()
                : cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.length() <= CAUSE_LENGTH ? text : text.substring(0, CAUSE_LENGTH);
    }
}
