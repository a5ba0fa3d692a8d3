package com.smartfitness.replication.consumer;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.Backoff;
import com.smartfitness.replication.broker.ConfirmedChannel.Outcome;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts messages that could not be handled where they block nobody: into the retry queue of the next step, and after the
 * last step among the dead letters, with cause and number of attempts. Returns only when the broker has confirmed, so
 * that the original can be acknowledged.
 */
final class SetAside implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SetAside.class);

    private final String queue;
    private final ConfirmedPublisher publisher;
    private final ReplicationProperties properties;
    private final ConsumerObserver observer;
    private final String ownExchange;

    SetAside(String queue, ConfirmedPublisher publisher, ReplicationProperties properties, ConsumerObserver observer) {
        this.queue = queue;
        this.publisher = publisher;
        this.properties = properties;
        this.observer = observer;
        this.ownExchange = new Names(properties.service()).ownExchange();
    }

    /** What can never succeed is given up at once. */
    void retryOrGiveUp(Incoming message, Exception cause) throws IOException, InterruptedException {
        BasicProperties original = message.properties();
        List<Duration> steps = properties.consumer().retrySteps();
        int attempts = SetAsideHeaders.attempts(original, Names.brokerUser(properties.service())) + 1;
        if (attempts > steps.size() || cause instanceof MalformedEventException) {
            giveUp(message.routingKey(), original, message.event().data(), cause);
            return;
        }
        log.warn("{} of {} failed for the {}. time", message.event().type(), queue, attempts, cause);
        Map<String, Object> headers = SetAsideHeaders.write(
                message.routingKey(), original, Names.brokerUser(properties.service()), attempts, cause);
        String retry = Names.retryQueue(queue, steps.get(attempts - 1));
        publish(retry, original, headers, message.event().data());
        observer.retried(queue, message.event().type());
    }

    void giveUp(String routingKey, BasicProperties original, byte[] body, Exception cause)
            throws IOException, InterruptedException {
        log.error("{} of {} is a dead letter", routingKey, queue, cause);
        int attempts = SetAsideHeaders.attempts(original, Names.brokerUser(properties.service())) + 1;
        Map<String, Object> headers =
                SetAsideHeaders.write(routingKey, original, Names.brokerUser(properties.service()), attempts, cause);
        publish(Names.deadLetterQueue(queue), original, headers, body);
        observer.dead(queue, routingKey, cause.getClass().getSimpleName());
    }

    /** A message that comes back from a retry queue bears that queue's name as its routing key. */
    String originalRoutingKey(Delivery delivery) {
        boolean ours = Names.brokerUser(properties.service())
                .equals(delivery.properties().getUserId());
        String original = ours ? SetAsideHeaders.routingKey(delivery.properties()) : null;
        return original == null ? delivery.routingKey() : original;
    }

    @Override
    public void close() {
        publisher.close();
    }

    private void publish(String target, BasicProperties original, Map<String, Object> headers, byte[] body)
            throws IOException, InterruptedException {
        OutgoingMessage message = new OutgoingMessage(
                ownExchange, target, true, resent(original, headers, Names.brokerUser(properties.service())), body);
        Backoff backoff = new Backoff();
        Outcome outcome = publisher.publish(message);
        while (outcome == Outcome.REFUSED) {
            log.warn("{} is full; {} waits", target, queue);
            Thread.sleep(backoff.next());
            outcome = publisher.publish(message);
        }
        if (outcome == Outcome.UNROUTABLE) {
            throw new IOException(target + " is missing");
        }
    }

    static BasicProperties resent(BasicProperties original, Map<String, Object> headers, String brokerUser) {
        return original.builder()
                .userId(brokerUser)
                .headers(headers)
                .deliveryMode(2)
                .expiration(null)
                .build();
    }
}
