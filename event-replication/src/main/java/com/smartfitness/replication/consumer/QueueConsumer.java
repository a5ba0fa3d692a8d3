package com.smartfitness.replication.consumer;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.broker.Backoff;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.Channels;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Topology;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works off one queue on one thread: takes what has been delivered, has it handled, and acknowledges only then. Begins
 * anew whenever the connection, the channel or the queue is lost. While the store is away it holds what it has; the
 * broker keeps the rest.
 */
public final class QueueConsumer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(QueueConsumer.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    private final Work work;
    private final BrokerConnections connections;
    private final Topology topology;
    private final ReplicationProperties properties;
    private final MessageIntake intake;
    private final SetAside setAside;
    private final ConsumerObserver observer;
    private volatile boolean consuming;
    private volatile boolean stopping;

    public QueueConsumer(
            Work work,
            BrokerConnections connections,
            Topology topology,
            ReplicationProperties properties,
            ConsumerObserver observer) {
        this.work = work;
        this.connections = connections;
        this.topology = topology;
        this.properties = properties;
        this.observer = observer;
        this.setAside = new SetAside(
                work.queue(),
                new ConfirmedPublisher(connections, properties.relay().confirmTimeout()),
                properties,
                observer);
        this.intake = new MessageIntake(work, properties, setAside);
    }

    /** Whether the broker delivers to this instance, or would if another were not the active one. */
    public boolean isConsuming() {
        return consuming;
    }

    public String queue() {
        return work.queue();
    }

    /** Ends the run after the batch in hand. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        Backoff backoff = new Backoff();
        try {
            while (!stopping) {
                try {
                    consume(backoff);
                } catch (IOException | ShutdownSignalException e) {
                    log.warn("Consuming {} is interrupted and will be tried again: {}", work.queue(), e.toString());
                } catch (RuntimeException | Error e) {
                    log.error("Consuming {} failed and will be tried again", work.queue(), e);
                } finally {
                    consuming = false;
                }
                if (!stopping) {
                    Thread.sleep(backoff.next());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            setAside.close();
        }
    }

    private void consume(Backoff backoff) throws IOException, InterruptedException {
        Connection connection = connections.consuming();
        boolean created = topology.declare(connection, work.queue(), work.types(), work.addressed());
        untilStoreTakesIt(() -> work.opened(created));
        boolean careful = true;
        while (!stopping) {
            careful = consume(connection, careful, backoff);
        }
    }

    /**
     * Consumes until it is time for the other way: carefully, one message at a time, for as long as messages come that
     * somebody has taken before and not survived. The broker counts deliveries, and what is in memory beside a message
     * that ends the process must not be given up with it.
     *
     * @return whether to go on carefully
     */
    private boolean consume(Connection connection, boolean careful, Backoff backoff)
            throws IOException, InterruptedException {
        try (Channels.Scope scope = Channels.open(connection)) {
            Channel channel = scope.channel();
            BlockingQueue<Delivery> delivered =
                    subscribe(channel, careful ? 1 : properties.consumer().prefetch());
            consuming = true;
            long nextTick = System.nanoTime() + TICK.toNanos();
            long nextBinding =
                    System.nanoTime() + properties.relay().heartbeat().toNanos();
            while (!stopping) {
                List<Delivery> batch = take(delivered);
                if (!batch.isEmpty()) {
                    process(batch);
                    channel.basicAck(batch.getLast().tag(), true);
                    backoff.reset();
                    if (careful && !batch.getLast().redelivered()) {
                        return false;
                    }
                } else if (!channel.isOpen()) {
                    throw new IOException("The broker closed the channel", channel.getCloseReason());
                }
                if (System.nanoTime() - nextTick >= 0) {
                    untilStoreTakesIt(work::tick);
                    nextTick = System.nanoTime() + TICK.toNanos();
                }
                if (System.nanoTime() - nextBinding >= 0) {
                    Thread.ofVirtual().name(work.queue() + " binding").start(() -> bindAgain(connection));
                    nextBinding =
                            System.nanoTime() + properties.relay().heartbeat().toNanos();
                }
            }
            return careful;
        }
    }

    /** Beside consuming, which would stand still while the broker looks through its bindings. */
    private void bindAgain(Connection connection) {
        try {
            topology.bind(connection, work.queue(), work.types(), work.addressed());
        } catch (IOException | ShutdownSignalException e) {
            log.warn("The bindings of {} could not be repeated: {}", work.queue(), e.toString());
        }
    }

    private BlockingQueue<Delivery> subscribe(Channel channel, int prefetch) throws IOException {
        BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();
        channel.basicQos(prefetch);
        channel.basicConsume(
                work.queue(),
                false,
                (consumerTag, message) -> delivered.add(new Delivery(
                        message.getEnvelope().getDeliveryTag(),
                        message.getEnvelope().isRedeliver(),
                        message.getEnvelope().getRoutingKey(),
                        message.getProperties(),
                        message.getBody())),
                consumerTag -> Channels.abandon(channel));
        return delivered;
    }

    private List<Delivery> take(BlockingQueue<Delivery> delivered) throws InterruptedException {
        Delivery first = delivered.poll(200, TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        List<Delivery> batch = new ArrayList<>();
        batch.add(first);
        delivered.drainTo(batch, properties.consumer().batch() - 1);
        return batch;
    }

    private void process(List<Delivery> deliveries) throws IOException, InterruptedException {
        List<Incoming> batch = intake.admit(deliveries);
        if (!batch.isEmpty()) {
            observer.taken(work.queue(), batch.stream().map(Incoming::event).toList());
            untilStoreTakesIt(() -> work.handle(List.copyOf(batch), (message, cause) -> {
                setAside.retryOrGiveUp(message, cause);
                // Or else it would be set aside again with every try while the store is away.
                batch.remove(message);
            }));
        }
    }

    private void untilStoreTakesIt(Step step) throws IOException, InterruptedException {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                step.run();
                return;
            } catch (StoreUnavailableException e) {
                if (stopping) {
                    throw new IOException("Stopped while waiting for the store", e);
                }
                log.warn("{} waits for the store: {}", work.queue(), String.valueOf(e.getCause()));
                observer.waitingForStore(work.queue());
                Thread.sleep(backoff.next());
            }
        }
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }
}
