package com.smartfitness.replication.broker;

import com.rabbitmq.client.BlockedListener;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.IOException;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A channel on which a batch is published as a whole: the broker has confirmed, returned or refused every message
 * before the call ends, so that no more than one batch is ever in flight. Used by one thread at a time.
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
    private final BlockedListener blockedListener;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final BitSet unsettled = new BitSet();
    private final BitSet refused = new BitSet();
    private final Set<String> returned = new HashSet<>();
    private long firstTag;
    private boolean blocked;
    private @Nullable ShutdownSignalException closed;

    /** @param timeout how long a batch may take; time during which the broker says that it is blocked does not count */
    public ConfirmedChannel(Connection connection, Duration timeout) throws IOException {
        this.connection = connection;
        this.timeout = timeout;
        this.blockedListener = connection.addBlockedListener(reason -> blocked(true), () -> blocked(false));
        this.channel = connection.createChannel();
        channel.confirmSelect();
        channel.addConfirmListener(
                (tag, multiple) -> settle(tag, multiple, false), (tag, multiple) -> settle(tag, multiple, true));
        channel.addReturnListener(
                message -> changing(() -> returned.add(message.getProperties().getMessageId())));
        channel.addShutdownListener(cause -> changing(() -> closed = cause));
    }

    /**
     * Publishes messages whose message-ids differ, and waits until the broker has answered for each.
     *
     * @return one outcome a message, in order
     * @throws IOException if the channel is lost or the broker does not answer in time: any of them may have arrived
     */
    public List<Outcome> publish(List<OutgoingMessage> batch) throws IOException, InterruptedException {
        changing(() -> {
            firstTag = channel.getNextPublishSeqNo();
            unsettled.set(0, batch.size());
            refused.clear();
            returned.clear();
        });
        try {
            for (OutgoingMessage message : batch) {
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
        awaitAnswers(batch.size());
        return IntStream.range(0, batch.size())
                .mapToObj(i -> outcome(i, batch.get(i)))
                .toList();
    }

    /** Publishes one message. */
    public Outcome publish(OutgoingMessage message) throws IOException, InterruptedException {
        return publish(List.of(message)).getFirst();
    }

    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        connection.removeBlockedListener(blockedListener);
        Channels.abandon(channel);
    }

    private Outcome outcome(int index, OutgoingMessage message) {
        if (refused.get(index)) {
            return Outcome.REFUSED;
        }
        return returned.contains(message.properties().getMessageId()) ? Outcome.UNROUTABLE : Outcome.CONFIRMED;
    }

    private void awaitAnswers(int size) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = timeout.toNanos();
            while (!unsettled.isEmpty()) {
                if (closed != null) {
                    throw new IOException("The broker closed the channel", closed);
                }
                if (blocked) {
                    changed.await();
                    left = timeout.toNanos();
                } else if (left <= 0) {
                    throw new IOException("The broker did not confirm " + unsettled.cardinality() + " of " + size);
                } else {
                    left = changed.awaitNanos(left);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void settle(long tag, boolean multiple, boolean refusing) {
        changing(() -> {
            int to = (int) (tag - firstTag) + 1;
            int from = multiple ? 0 : to - 1;
            if (refusing) {
                refused.set(from, to);
            }
            unsettled.clear(from, to);
        });
    }

    private void blocked(boolean now) {
        changing(() -> blocked = now);
    }

    private void changing(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
