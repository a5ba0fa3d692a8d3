package com.smartfitness.replication.broker;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Channels that are used once and left without a word, whatever state the broker has put them in. */
public final class Channels {

    private static final Logger log = LoggerFactory.getLogger(Channels.class);

    private Channels() {}

    /** A channel for one block. */
    public record Scope(Channel channel) implements AutoCloseable {
        @Override
        public void close() {
            abandon(channel);
        }
    }

    /**
     * Opens a channel for one block.
     *
     * @throws IOException also where the connection is gone
     */
    public static Scope open(Connection connection) throws IOException {
        try {
            return new Scope(connection.createChannel());
        } catch (AlreadyClosedException e) {
            throw new IOException("The connection to the broker is gone", e);
        }
    }

    /** Closes a channel; what is unacknowledged on it goes back to its queue. */
    public static void abandon(Channel channel) {
        try {
            channel.abort();
        } catch (IOException e) {
            log.debug("A channel could not be closed in order", e);
        }
    }
}
