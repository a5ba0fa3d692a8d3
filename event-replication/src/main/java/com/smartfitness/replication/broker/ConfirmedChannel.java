package com.smartfitness.replication.broker;

import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A channel on which the broker answers for every message: it confirms, returns or refuses it. Batches that are sent
 * one after the other are on their way together; how many, is up to the one thread that sends.
 */
public final class ConfirmedChannel implements AutoCloseable {

    /** What became of one message. */
    public enum Outcome {
        /** Every queue that is bound for it has it, on disk where the queue is durable. */
        CONFIRMED,
        /** It was mandatory and no queue is bound for its routing key. */
        UNROUTABLE,
        /** A queue refused it. */
        REFUSED
    }

    private final Connection connection;
    private final Channel channel;
    private final Duration timeout;
    private final Runnable onAnswer;
    private final BlockedListener blockedListener;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<SentBatch> unanswered = new ArrayDeque<>();
    private boolean blocked;
    private long unblockedAt = System.nanoTime();
    private @Nullable ShutdownSignalException closed;

    /**
     * Opens a channel.
     *
     * @param timeout how long a batch may take; time during which the broker says that it is blocked does not count
     * @param onAnswer told, on a thread of the connection's, that a batch is answered for or none will be any more
     */
    public ConfirmedChannel(Connection connection, Duration timeout, Runnable onAnswer) throws IOException {
        this.connection = connection;
        this.timeout = timeout;
        this.onAnswer = onAnswer;
        this.blockedListener = connection.addBlockedListener(reason -> blocked(true), () -> blocked(false));
        this.channel = connection.createChannel();
        channel.confirmSelect();
        channel.addConfirmListener(
                (tag, multiple) -> settle(tag, multiple, false), (tag, multiple) -> settle(tag, multiple, true));
        channel.addReturnListener(message -> returned(message.getProperties().getMessageId()));
        channel.addShutdownListener(this::closed);
    }

    /**
     * Sends messages in order and does not wait for the broker's answers.
     *
     * @param messages whose message-ids differ, also from those of other batches that are not answered yet
     * @throws IOException if the channel is lost: any of them may have arrived
     */
    public SentBatch send(List<OutgoingMessage> messages) throws IOException {
        SentBatch batch = new SentBatch(messages, channel.getNextPublishSeqNo());
        changing(() -> unanswered.add(batch));
        try {
            for (OutgoingMessage message : messages) {
                channel.basicPublish(
                        message.exchange(),
                        message.routingKey(),
                        message.mandatory(),
                        message.properties(),
                        message.body());
            }
        } catch (ShutdownSignalException e) {
            throw new IOException("The broker closed the channel", e);
        }
        return batch;
    }

    /**
     * Publishes one message and waits for the broker's answer.
     *
     * @throws IOException if the channel is lost or the broker does not answer in time: the message may have arrived
     */
    public Outcome publish(OutgoingMessage message) throws IOException, InterruptedException {
        SentBatch batch = send(List.of(message));
        lock.lockInterruptibly();
        try {
            while (!batch.isAnswered()) {
                long patience = requirePatience();
                if (blocked) {
                    changed.await();
                } else {
                    changed.await(patience, TimeUnit.NANOSECONDS);
                }
            }
        } finally {
            lock.unlock();
        }
        return batch.outcomes().getFirst();
    }

    /**
     * Sees that the answers still missing are to be expected.
     *
     * @throws IOException if the channel is lost or the broker has not answered in time: anything may have arrived
     */
    public void requireAnswers() throws IOException {
        lock.lock();
        try {
            requirePatience();
        } finally {
            lock.unlock();
        }
    }

    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        connection.removeBlockedListener(blockedListener);
        Channels.abandon(channel);
    }

    /** Nanoseconds until the oldest batch is overdue. */
    private long requirePatience() throws IOException {
        if (closed != null) {
            throw new IOException("The broker closed the channel", closed);
        }
        SentBatch oldest = unanswered.peek();
        if (oldest == null || blocked) {
            return timeout.toNanos();
        }
        long now = System.nanoTime();
        long left = timeout.toNanos() - Math.min(now - oldest.sentAt(), now - unblockedAt);
        if (left <= 0) {
            throw new IOException("The broker has not confirmed %d batches".formatted(unanswered.size()));
        }
        return left;
    }

    private void settle(long tag, boolean multiple, boolean refusing) {
        if (changing(() -> unanswered.removeIf(batch -> batch.settle(tag, multiple, refusing)))) {
            onAnswer.run();
        }
    }

    private void returned(String messageId) {
        changing(() -> {
            unanswered.forEach(batch -> batch.returned(messageId));
            return true;
        });
    }

    private void blocked(boolean now) {
        changing(() -> {
            blocked = now;
            unblockedAt = System.nanoTime();
            return now;
        });
    }

    private void closed(ShutdownSignalException cause) {
        changing(() -> {
            closed = cause;
            return true;
        });
        onAnswer.run();
    }

    private boolean changing(BooleanSupplier change) {
        lock.lock();
        try {
            changed.signalAll();
            return change.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }
}
