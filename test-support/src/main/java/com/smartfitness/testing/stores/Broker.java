package com.smartfitness.testing.stores;

import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.RabbitAdmin;
import com.smartfitness.testing.servers.TestBroker;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** The shared RabbitMQ broker. */
public final class Broker {

    private static final AtomicInteger VIRTUAL_HOSTS = new AtomicInteger();

    // Users belong to the broker: one who comes back in another virtual host keeps the password of the first.
    private static final Map<String, String> PASSWORDS = new ConcurrentHashMap<>();

    private final TestBroker server;

    Broker(TestBroker server) {
        this.server = server;
    }

    /** A virtual host with the shared exchanges and a user for each of the services, named by prefix. */
    public BrokerFacts newVirtualHost(String... services) {
        return newVirtualHost(definitions -> {
            for (String service : services) {
                definitions.service(service);
            }
            return definitions;
        });
    }

    /** A virtual host with whoever is added to the definitions. */
    public BrokerFacts newVirtualHost(UnaryOperator<BrokerDefinitions> users) {
        String name = "test-" + VIRTUAL_HOSTS.incrementAndGet();
        return server.admin().define(users.apply(new BrokerDefinitions(name, Broker::password)));
    }

    public RabbitAdmin admin() {
        return server.admin();
    }

    private static String password(String username) {
        return PASSWORDS.computeIfAbsent(username, _ -> UUID.randomUUID().toString());
    }
}
