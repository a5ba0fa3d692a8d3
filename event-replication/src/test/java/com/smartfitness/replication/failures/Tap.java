package com.smartfitness.replication.failures;

import static java.util.Objects.requireNonNull;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.BrokerClients;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A queue that nobody works off, where everything that is published of members stays to be looked at. */
final class Tap {

    static final String USER = "tap";

    private static final String QUEUE = "tap.members";

    private final BrokerFacts broker;
    private final List<CloudEvent> read = new ArrayList<>();

    private Tap(BrokerFacts broker) {
        this.broker = broker;
    }

    static Tap into(BrokerFacts broker) throws Exception {
        Tap tap = new Tap(broker);
        try (Connection connection = tap.connect()) {
            Channel channel = connection.createChannel();
            channel.queueDeclare(QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
            for (String type : List.of("joined", "changed", "left")) {
                channel.queueBind(QUEUE, "fleet.events", "members.member-" + type + ".v1");
            }
        }
        return tap;
    }

    /** Takes events of another type as well. */
    void take(String type) throws Exception {
        try (Connection connection = connect()) {
            connection.createChannel().queueBind(QUEUE, "fleet.events", type);
        }
    }

    /** Everything published until now, in the order of the broker, resends included. */
    List<CloudEvent> published() throws Exception {
        try (Connection connection = connect()) {
            Channel channel = connection.createChannel();
            // As many as there are now: whoever looks while others write would not come to an end.
            for (long left = channel.messageCount(QUEUE); left > 0; left--) {
                GetResponse next = channel.basicGet(QUEUE, true);
                if (next != null) {
                    read.add(CloudEventHeaders.read(
                            next.getEnvelope().getRoutingKey(), next.getProps(), next.getBody()));
                }
            }
        }
        return List.copyOf(read);
    }

    /** How many of them were sent before. */
    long resent() throws Exception {
        Set<String> seen = new HashSet<>();
        return published().stream().filter(event -> !seen.add(event.id())).count();
    }

    /** Events that came, for the first time, after a later one of their aggregate, or before the one that they follow. */
    List<String> outOfOrder() throws Exception {
        Set<String> seen = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (CloudEvent event : published()) {
            String member = requireNonNull(event.subject());
            long version = requireNonNull(event.version()).counter();
            if (seen.add(event.id())) {
                Long before = last.put(member, version);
                if (version != (before == null ? 1 : before + 1)) {
                    found.add("%s %d after %d".formatted(member, version, before));
                }
            }
        }
        return found;
    }

    /** Events that came, for the first time, with another place in the stream of their type than the next. */
    List<String> skipped() throws Exception {
        Set<String> seen = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (CloudEvent event : published()) {
            long place = requireNonNull(event.sequence()).counter();
            if (seen.add(event.id())) {
                Long before = last.put(event.type(), place);
                if (before != null && place != before + 1) {
                    found.add("%s %d after %d".formatted(event.type(), place, before));
                }
            }
        }
        return found;
    }

    private Connection connect() throws Exception {
        return BrokerClients.of(broker, USER).newConnection();
    }
}
