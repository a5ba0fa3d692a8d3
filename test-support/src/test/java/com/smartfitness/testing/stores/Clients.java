package com.smartfitness.testing.stores;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.stack.BrokerFacts;

/** Plain clients of a broker. */
final class Clients {

    private Clients() {}

    static Connection connect(BrokerFacts facts, String user) throws Exception {
        return connect(facts, user, facts.port());
    }

    static Connection connect(BrokerFacts facts, String user, int port) throws Exception {
        ConnectionFactory factory = BrokerClients.of(facts, user);
        factory.setPort(port);
        factory.setAutomaticRecoveryEnabled(false);
        return factory.newConnection(user + "'s connection");
    }
}
