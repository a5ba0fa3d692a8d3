package com.smartfitness.replication.broker;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.ReplicationProperties;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Declares what this service consumes: quorum queues with one active consumer, delayed retries, dead letters.
 * Everything lies within the service's own prefix; the shared exchanges are part of the broker's setup.
 */
public final class Topology {

    private static final String QUEUE_TYPE = "x-queue-type";
    private static final String QUORUM = "quorum";
    private static final String MAX_BYTES = "x-max-length-bytes";
    private static final String DELIVERY_LIMIT = "x-delivery-limit";

    /** Dead letters are browsed by taking and returning them, which the broker counts as deliveries. */
    private static final int BROWSING_LIMIT = 1_000_000_000;

    private final Names names;
    private final ReplicationProperties.Consumer settings;

    public Topology(ReplicationProperties properties) {
        this.names = new Names(properties.service());
        this.settings = properties.consumer();
    }

    /**
     * Declares a queue with its retry and dead-letter queues, and binds it. Safe to repeat.
     *
     * @return whether the queue had to be created, so that it may have missed something
     */
    public boolean declare(Connection connection, String queue, Collection<String> types, Collection<String> addressed)
            throws IOException {
        boolean existed = exists(connection, queue);
        try (Channels.Scope scope = Channels.open(connection)) {
            Channel channel = scope.channel();
            channel.exchangeDeclare(names.ownExchange(), BuiltinExchangeType.DIRECT, true);
            channel.exchangeDeclare(names.givenUpExchange(), BuiltinExchangeType.HEADERS, true);
            declareDeadLetters(channel, queue);
            for (Duration step : settings.retrySteps()) {
                declareRetry(channel, queue, step);
            }
            channel.queueDeclare(queue, true, false, false, workArguments());
            channel.queueBind(queue, names.ownExchange(), queue);
            bind(channel, queue, types, addressed);
        }
        return !existed;
    }

    /** Repeats the bindings, which somebody may have removed. */
    public void bind(Connection connection, String queue, Collection<String> types, Collection<String> addressed)
            throws IOException {
        try (Channels.Scope scope = Channels.open(connection)) {
            bind(scope.channel(), queue, types, addressed);
        }
    }

    private static void bind(Channel channel, String queue, Collection<String> types, Collection<String> addressed)
            throws IOException {
        for (String type : types) {
            channel.queueBind(queue, Exchanges.EVENTS, type);
        }
        for (String key : addressed) {
            channel.queueBind(queue, Exchanges.REPLICATION, key);
        }
    }

    private void declareDeadLetters(Channel channel, String queue) throws IOException {
        String dead = Names.deadLetterQueue(queue);
        channel.queueDeclare(
                dead,
                true,
                false,
                false,
                Map.of(
                        QUEUE_TYPE, QUORUM,
                        MAX_BYTES, settings.maxQueueSize().toBytes(),
                        DELIVERY_LIMIT, BROWSING_LIMIT));
        channel.queueBind(dead, names.ownExchange(), dead);
        bindGivenUp(channel, dead, Map.of("x-first-death-reason", "delivery_limit", "x-first-death-queue", queue));
        for (Duration step : settings.retrySteps()) {
            // What has been retried bears the mark of that; the broker does not say why it died last.
            bindGivenUp(channel, dead, Map.of("x-first-death-queue", Names.retryQueue(queue, step)));
        }
    }

    private void bindGivenUp(Channel channel, String dead, Map<String, Object> matching) throws IOException {
        Map<String, Object> arguments = new HashMap<>(matching);
        arguments.put("x-match", "all-with-x");
        channel.queueBind(dead, names.givenUpExchange(), "", arguments);
    }

    private void declareRetry(Channel channel, String queue, Duration step) throws IOException {
        String retry = Names.retryQueue(queue, step);
        Map<String, Object> arguments = new HashMap<>();
        arguments.put(QUEUE_TYPE, QUORUM);
        arguments.put(MAX_BYTES, settings.maxQueueSize().toBytes());
        arguments.put("x-overflow", "reject-publish");
        arguments.put("x-message-ttl", step.toMillis());
        arguments.put("x-dead-letter-exchange", names.ownExchange());
        arguments.put("x-dead-letter-routing-key", queue);
        arguments.put("x-dead-letter-strategy", "at-least-once");
        channel.queueDeclare(retry, true, false, false, arguments);
        channel.queueBind(retry, names.ownExchange(), retry);
    }

    private Map<String, Object> workArguments() {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put(QUEUE_TYPE, QUORUM);
        arguments.put(DELIVERY_LIMIT, settings.deliveryLimit());
        arguments.put(MAX_BYTES, settings.maxQueueSize().toBytes());
        arguments.put("x-overflow", "drop-head");
        arguments.put("x-single-active-consumer", true);
        arguments.put("x-dead-letter-exchange", names.givenUpExchange());
        return arguments;
    }

    private static boolean exists(Connection connection, String queue) throws IOException {
        try (Channels.Scope scope = Channels.open(connection)) {
            scope.channel().queueDeclarePassive(queue);
            return true;
        } catch (IOException e) {
            if (e.getCause() instanceof ShutdownSignalException closed && !closed.isHardError()) {
                return false;
            }
            throw e;
        }
    }
}
