package com.smartfitness.auth;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.BrokerClients;
import com.smartfitness.testing.stores.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A queue of another service that gets some of what this one publishes. */
public final class Tap implements AutoCloseable {

    private static final String QUEUE = "helper.tap";

    private final Connection connection;
    private final Channel channel;
    private final List<Letter> letters = new ArrayList<>();

    /** A message, with all that is said beside its body. */
    public record Letter(String type, String headers, String body) {}

    private Tap(Connection connection, Channel channel) {
        this.connection = connection;
        this.channel = channel;
    }

    public static Tap on(BrokerFacts broker, String... types) throws IOException, TimeoutException {
        Connection connection = BrokerClients.of(broker, "helper").newConnection("tap");
        Channel channel = connection.createChannel();
        channel.queueDeclare(QUEUE, true, false, false, Map.of());
        for (String type : types) {
            channel.queueBind(QUEUE, BrokerDefinitions.EVENTS, type);
        }
        return new Tap(connection, channel);
    }

    /** Waits for the message whose body contains the text. */
    public Letter about(String text) {
        return Eventually.becomes(
                        "a message about " + text,
                        () -> received().stream()
                                .filter(letter -> letter.body().contains(text))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** All messages up to now. */
    public List<Letter> received() throws IOException {
        for (GetResponse next = channel.basicGet(QUEUE, true); next != null; next = channel.basicGet(QUEUE, true)) {
            letters.add(new Letter(
                    next.getEnvelope().getRoutingKey(),
                    String.valueOf(next.getProps()),
                    new String(next.getBody(), StandardCharsets.UTF_8)));
        }
        return List.copyOf(letters);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
