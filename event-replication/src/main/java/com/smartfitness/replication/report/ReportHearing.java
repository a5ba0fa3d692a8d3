package com.smartfitness.replication.report;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.ShutdownSignalException;
import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.broker.Backoff;
import com.smartfitness.replication.broker.BrokerConnections;
import com.smartfitness.replication.broker.Channels;
import com.smartfitness.replication.broker.MalformedEventException;
import com.smartfitness.replication.broker.Names;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passes on what all processes tell of themselves. The queue is this process's own and goes with it: each has the whole
 * picture, and what was missed is said again in a few seconds.
 */
public final class ReportHearing implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(ReportHearing.class);
    private static final int MOST_WAITING = 1_000;

    private final String queue;
    private final BrokerConnections connections;
    private final ReportListener listener;
    private final ReportMessages messages;
    private volatile boolean stopping;

    public ReportHearing(String service, BrokerConnections connections, ReportListener listener, JsonMapper json) {
        this.queue = new Names(service).queue("reports." + UUID.randomUUID());
        this.connections = connections;
        this.listener = listener;
        this.messages = new ReportMessages(json);
    }

    /** Ends the run. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        Backoff backoff = new Backoff();
        try {
            while (!stopping) {
                try {
                    hear(backoff);
                } catch (IOException | ShutdownSignalException e) {
                    log.warn("The fleet's reports are not heard at the moment: {}", e.toString());
                }
                if (!stopping) {
                    Thread.sleep(backoff.next());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(Backoff backoff) throws IOException, InterruptedException {
        try (Channels.Scope scope = Channels.open(connections.consuming())) {
            Channel channel = scope.channel();
            channel.queueDeclare(queue, false, true, true, Map.of("x-max-length", MOST_WAITING));
            channel.queueBind(queue, Exchanges.EVENTS, ReportMessages.ALL);
            BlockingQueue<Delivery> delivered = new LinkedBlockingQueue<>();
            channel.basicConsume(queue, true, (_, delivery) -> delivered.add(delivery), _ -> Channels.abandon(channel));
            while (!stopping) {
                Delivery delivery = delivered.poll(200, TimeUnit.MILLISECONDS);
                if (delivery != null) {
                    pass(delivery);
                    backoff.reset();
                } else if (!channel.isOpen()) {
                    throw new IOException("The broker closed the channel", channel.getCloseReason());
                }
            }
        }
    }

    private void pass(Delivery delivery) {
        try {
            listener.on(messages.read(delivery));
        } catch (MalformedEventException e) {
            log.warn("A report cannot be read: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("A report was not taken", e);
        }
    }
}
