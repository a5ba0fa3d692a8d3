package com.smartfitness.testing.stores;

import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;

/** Plain clients of a broker. */
public final class BrokerClients {

    private BrokerClients() {}

    /** Makes connections as a service's user does. */
    public static ConnectionFactory of(BrokerFacts broker, String service) {
        Credentials user = broker.user(service);
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setVirtualHost(broker.virtualHost());
        factory.setUsername(user.username());
        factory.setPassword(user.password());
        return factory;
    }
}
