package com.smartfitness.replication.autoconfigure;

import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.consumer.QueueConsumer;
import com.smartfitness.replication.operations.InboxPruning;
import com.smartfitness.replication.outbox.Relay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs the relay and the consumers, a virtual thread each, for as long as the application does. */
final class ReplicationEngine implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplicationEngine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Relay relay;
    private final List<QueueConsumer> consumers;
    private final BrokerConnections connections;
    private final InboxPruning pruning;
    private final List<Thread> threads = new ArrayList<>();

    ReplicationEngine(Relay relay, List<QueueConsumer> consumers, BrokerConnections connections, InboxPruning pruning) {
        this.relay = relay;
        this.pruning = pruning;
        this.consumers = List.copyOf(consumers);
        this.connections = connections;
    }

    @Override
    public void start() {
        threads.add(Thread.ofVirtual().name("inbox-pruning").start(pruning));
        threads.add(Thread.ofVirtual().name("relay").start(relay));
        for (QueueConsumer consumer : consumers) {
            threads.add(Thread.ofVirtual().name(consumer.queue()).start(consumer));
        }
    }

    /** Lets batches in hand end; what is not done then is sent or delivered again after the next start. */
    @Override
    public void stop() {
        pruning.stop();
        relay.stop();
        consumers.forEach(QueueConsumer::stop);
        try {
            Instant deadline = Instant.now().plus(PATIENCE);
            for (Thread thread : threads) {
                if (!thread.join(Duration.between(Instant.now(), deadline))) {
                    log.warn("{} does not end; it is interrupted", thread.getName());
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
        connections.close();
    }

    @Override
    public boolean isRunning() {
        return !threads.isEmpty();
    }
}
