package com.smartfitness.bench.namastack;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.smartfitness.bench.workload.Tally;
import com.smartfitness.events.BranchUpdatedEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.Exchanges;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes what has been delivered, commits it as one batch, and acknowledges only then. Queue, prefetch and batch are
 * those of event-replication, so that what differs is the outbox.
 */
final class BatchConsumer {

    private static final Logger log = LoggerFactory.getLogger(BatchConsumer.class);
    private static final String QUEUE = "desk.branches";
    private static final int PREFETCH = 500;
    private static final int BATCH = 250;

    private final ConnectionFactory connections;
    private final KnownBranches branches;
    private final Tally tally;
    private final BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();

    BatchConsumer(ConnectionFactory connections, KnownBranches branches, Tally tally) {
        this.connections = connections;
        this.branches = branches;
        this.tally = tally;
    }

    /** Declares the queue and begins to consume. */
    void start() throws IOException {
        Channel channel = connections.createConnection().createChannel(false);
        channel.queueDeclare(
                QUEUE,
                true,
                false,
                false,
                Map.of(
                        "x-queue-type",
                        "quorum",
                        "x-single-active-consumer",
                        true,
                        "x-delivery-limit",
                        20,
                        "x-max-length-bytes",
                        256 * 1024 * 1024,
                        "x-overflow",
                        "drop-head"));
        channel.queueBind(
                QUEUE,
                Exchanges.EVENTS,
                EventCatalogue.typeOf(BranchUpdatedEvent.class).value());
        channel.basicQos(PREFETCH);
        channel.basicConsume(QUEUE, false, (tag, message) -> delivered.add(message), tag -> {});
        Thread.ofVirtual().name(QUEUE).start(() -> consume(channel));
    }

    private void consume(Channel channel) {
        try {
            while (channel.isOpen()) {
                List<Delivery> batch = new ArrayList<>();
                batch.add(delivered.take());
                delivered.drainTo(batch, BATCH - 1);
                List<BranchChange> changes = batch.stream()
                        .map(message -> JsonMapper.shared().readValue(message.getBody(), BranchChange.class))
                        .toList();
                branches.apply(changes);
                tally.applied(changes.stream().map(BranchChange::due).toList());
                channel.basicAck(batch.getLast().getEnvelope().getDeliveryTag(), true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.error("Consuming ended", e);
        }
    }
}
