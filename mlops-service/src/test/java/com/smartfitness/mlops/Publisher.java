package com.smartfitness.mlops;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.stores.BrokerClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A client of the broker, as another service or as a producer outside this code base. */
public final class Publisher implements AutoCloseable {

    private static final long CONFIRM_MILLIS = 30_000;

    private final Credentials user;
    private final Connection connection;
    private final Channel channel;

    public Publisher(BrokerFacts broker, String name) throws Exception {
        user = broker.user(name);
        connection = BrokerClients.of(broker, name).newConnection("plain " + name);
        channel = connection.createChannel();
        channel.confirmSelect();
    }

    public Channel channel() {
        return channel;
    }

    /** Publishes with a content type and nothing else. */
    public void plainly(String type, String body) throws Exception {
        publish(
                type,
                new BasicProperties.Builder().contentType("application/json").build(),
                body);
    }

    /** Publishes as a service of this code base does, as the aggregate's n-th version. */
    public void version(int counter, String type, String subject, String body) throws Exception {
        String source = "/" + type.substring(0, type.indexOf('.')) + "-service";
        Map<String, Object> headers = Map.of(
                "cloudEvents:specversion",
                "1.0",
                "cloudEvents:id",
                UUID.randomUUID().toString(),
                "cloudEvents:source",
                source,
                "cloudEvents:type",
                type,
                "cloudEvents:subject",
                subject,
                "cloudEvents:aggregateversion",
                "1." + counter);
        publish(
                type,
                new BasicProperties.Builder()
                        .contentType("application/json")
                        .userId(user.username())
                        .headers(headers)
                        .build(),
                body);
    }

    private void publish(String type, BasicProperties properties, String body) throws Exception {
        channel.basicPublish(BrokerDefinitions.EVENTS, type, properties, body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
