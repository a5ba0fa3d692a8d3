package com.smartfitness.bench;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.smartfitness.events.BranchUpdatedEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.Exchanges;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.BrokerClients;
import java.util.Map;

/** Takes the events of the branches and forgets them, so that a source without consumers can go on. */
final class SinkQueue {

    /** The service whose user it is. */
    static final String SERVICE = "sink";

    private static final String NAME = "sink.branches";

    private SinkQueue() {}

    static void declare(BrokerFacts broker) throws Exception {
        try (Connection connection = BrokerClients.of(broker, SERVICE).newConnection();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare(NAME, true, false, false, Map.of("x-max-length", 1));
            channel.queueBind(
                    NAME,
                    Exchanges.EVENTS,
                    EventCatalogue.typeOf(BranchUpdatedEvent.class).value());
        }
    }
}
