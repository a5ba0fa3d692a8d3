package com.smartfitness.replication.consumer;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import com.rabbitmq.client.ShutdownSignalException;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.Channels;
import com.smartfitness.replication.broker.ConfirmedChannel.Outcome;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.broker.OutgoingMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The dead letters of this service's queues. They stay in the broker: looking takes them and gives them back, one look
 * at a time. What another instance looks at meanwhile is missing from the answer.
 */
public final class DeadLetters {

    /** Letters that one look goes through at most, oldest first. */
    public static final int REACH = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(5);
    private static final long ALL_OF_THE_CHANNEL = 0;

    private final Set<String> queues;
    private final BrokerConnections connections;
    private final ConfirmedPublisher publisher;
    private final Names names;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    /**
     * Looks after some queues.
     *
     * @param queues the queues that this service consumes
     */
    public DeadLetters(
            Collection<String> queues, BrokerConnections connections, ConfirmedPublisher publisher, Names names) {
        this.queues = Set.copyOf(queues);
        this.connections = connections;
        this.publisher = publisher;
        this.names = names;
    }

    /**
     * How many letters each queue has, by queue.
     *
     * @throws IOException if the broker is away
     */
    public Map<String, Long> counts() throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String queue : queues) {
            try (Channels.Scope scope = Channels.open(connections.consuming())) {
                counts.put(queue, scope.channel().messageCount(Names.deadLetterQueue(queue)));
            }
        }
        return counts;
    }

    /**
     * The oldest dead letters of a queue.
     *
     * @throws DeadLetterNotFoundException if this service does not consume the queue
     * @throws IOException if the broker is away
     */
    public List<DeadLetter> list(String queue, int limit) throws IOException, InterruptedException {
        List<DeadLetter> letters = new ArrayList<>();
        walk(queue, (channel, letter) -> {
            if (letters.size() < limit) {
                letters.add(SetAsideHeaders.describe(queue, letter, Names.brokerUser(names.service())));
            }
            return false;
        });
        return letters;
    }

    /**
     * Puts a letter back into its queue, with all attempts before it.
     *
     * @throws DeadLetterNotFoundException if there is no such letter
     * @throws IOException if the broker is away; the letter may then be in both queues
     */
    public void replay(String queue, String id) throws IOException, InterruptedException {
        settle(queue, id, letter -> {
            String user = Names.brokerUser(names.service());
            Outcome outcome = publisher.publish(new OutgoingMessage(
                    names.ownExchange(),
                    queue,
                    true,
                    SetAside.resent(letter.getProps(), SetAsideHeaders.replayed(letter, user), user),
                    letter.getBody()));
            if (outcome != Outcome.CONFIRMED) {
                throw new IOException(queue + " does not take the letter: " + outcome);
            }
        });
    }

    /**
     * Drops a letter for good.
     *
     * @throws DeadLetterNotFoundException if there is no such letter
     * @throws IOException if the broker is away
     */
    public void discard(String queue, String id) throws IOException, InterruptedException {
        settle(queue, id, letter -> {});
    }

    private void settle(String queue, String id, Step step) throws IOException, InterruptedException {
        AtomicBoolean found = new AtomicBoolean();
        walk(queue, (channel, letter) -> {
            if (found.get() || !SetAsideHeaders.deadLetterId(letter).equals(id)) {
                return false;
            }
            step.take(letter);
            channel.basicAck(letter.getEnvelope().getDeliveryTag(), false);
            found.set(true);
            return true;
        });
        if (!found.get()) {
            throw DeadLetterNotFoundException.forId(id);
        }
    }

    /**
     * Takes all letters within reach and gives them back together, because a quorum queue puts what is returned behind
     * what was returned before: part of them would come back in another order. Ends when they can be taken again.
     */
    private void walk(String queue, Visitor visitor) throws IOException, InterruptedException {
        if (!queues.contains(queue)) {
            throw DeadLetterNotFoundException.forQueue(queue);
        }
        oneAtATime.lockInterruptibly();
        try (Channels.Scope scope = Channels.open(connections.consuming())) {
            Channel channel = scope.channel();
            String dead = Names.deadLetterQueue(queue);
            int there = (int) Math.min(REACH, channel.messageCount(dead));
            if (there > 0) {
                awaitReturn(channel, dead, visit(channel, dead, there, visitor));
            }
        } catch (ShutdownSignalException e) {
            throw new IOException("The broker closed the channel", e);
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Returns how many were given back. */
    private static int visit(Channel channel, String dead, int there, Visitor visitor)
            throws IOException, InterruptedException {
        BlockingQueue<GetResponse> taken = new LinkedBlockingQueue<>();
        channel.basicQos(there);
        String consumer = channel.basicConsume(
                dead,
                false,
                (tag, letter) ->
                        taken.add(new GetResponse(letter.getEnvelope(), letter.getProperties(), letter.getBody(), 0)),
                tag -> {});
        int kept = 0;
        for (int i = 0; i < there; i++) {
            GetResponse letter = taken.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (letter == null) {
                break;
            }
            if (!visitor.settles(channel, letter)) {
                kept++;
            }
        }
        channel.basicCancel(consumer);
        channel.basicNack(ALL_OF_THE_CHANNEL, true, true);
        return kept;
    }

    private static void awaitReturn(Channel channel, String dead, int kept) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (channel.messageCount(dead) < kept && System.nanoTime() - deadline < 0) {
            Thread.sleep(POLL);
        }
    }

    private interface Visitor {
        /** Whether the letter is acknowledged now and must not be given back. */
        boolean settles(Channel channel, GetResponse letter) throws IOException, InterruptedException;
    }

    private interface Step {
        void take(GetResponse letter) throws IOException, InterruptedException;
    }
}
