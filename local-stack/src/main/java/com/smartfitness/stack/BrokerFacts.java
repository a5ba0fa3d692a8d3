package com.smartfitness.stack;

import java.util.Map;

/**
 * What clients need to connect to one virtual host of a broker.
 *
 * @param users by the service's prefix, e.g. {@code auth}, or the outside producer's name
 */
public record BrokerFacts(String host, int port, String virtualHost, Map<String, Credentials> users) {

    public BrokerFacts {
        users = Map.copyOf(users);
    }

    public Credentials user(String service) {
        Credentials credentials = users.get(service);
        if (credentials == null) {
            throw new IllegalArgumentException(
                    "%s has no user in %s, only %s".formatted(service, virtualHost, users.keySet()));
        }
        return credentials;
    }
}
