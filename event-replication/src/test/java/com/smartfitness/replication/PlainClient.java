package com.smartfitness.replication;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.stores.BrokerClients;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** A client of the broker that says what it likes, under its own user name. */
public final class PlainClient implements AutoCloseable {

    private static final long CONFIRM_MILLIS = 30_000;

    private final Credentials user;
    private final Connection connection;
    private final Channel channel;

    private PlainClient(Credentials user, Connection connection, Channel channel) {
        this.user = user;
        this.connection = connection;
        this.channel = channel;
    }

    public static PlainClient of(BrokerFacts broker, String name) throws IOException, TimeoutException {
        Credentials user = broker.user(name);
        Connection connection = BrokerClients.of(broker, name).newConnection("plain " + name);
        Channel channel = connection.createChannel();
        channel.confirmSelect();
        return new PlainClient(user, connection, channel);
    }

    public Connection connection() {
        return connection;
    }

    public Channel channel() {
        return channel;
    }

    /** Publishes an event with CloudEvents attributes, as the user that it is, and waits for the confirm. */
    public void publish(String routingKey, String body, Map<String, String> attributes) throws Exception {
        publish(BrokerDefinitions.EVENTS, routingKey, properties(attributes).build(), body);
    }

    public void publish(String exchange, String routingKey, BasicProperties properties, String body) throws Exception {
        channel.basicPublish(exchange, routingKey, properties, body.getBytes(StandardCharsets.UTF_8));
        channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
    }

    /** Properties with the user's own name. */
    public BasicProperties.Builder properties(Map<String, String> attributes) {
        Map<String, Object> headers = new HashMap<>();
        attributes.forEach((name, value) -> headers.put("cloudEvents:" + name, value));
        return new BasicProperties.Builder()
                .contentType("application/json")
                .deliveryMode(2)
                .userId(user.username())
                .headers(headers);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
