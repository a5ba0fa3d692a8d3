package com.smartfitness.replication.broker;

import com.smartfitness.replication.broker.ConfirmedChannel.Outcome;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Publishes single messages with confirms, over a channel that is opened when needed. Used by one thread at a time. */
public final class ConfirmedPublisher implements AutoCloseable {

    private final BrokerConnections connections;
    private final Duration timeout;
    private @Nullable ConfirmedChannel channel;

    public ConfirmedPublisher(BrokerConnections connections, Duration timeout) {
        this.connections = connections;
        this.timeout = timeout;
    }

    /**
     * Publishes and waits for the broker's answer.
     *
     * @throws IOException if the broker is away or does not answer: the message may have arrived
     */
    public Outcome publish(OutgoingMessage message) throws IOException, InterruptedException {
        ConfirmedChannel open = channel;
        if (open == null || !open.isOpen()) {
            open = new ConfirmedChannel(connections.publishing(), timeout, () -> {});
            channel = open;
        }
        return open.publish(message);
    }

    @Override
    public void close() {
        if (channel != null) {
            channel.close();
        }
    }
}
