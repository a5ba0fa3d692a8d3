package com.smartfitness.fleet;

import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.RabbitServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The RabbitMQ node, with a user for each service. */
final class Broker implements Store {

    static final String NAME = "rabbitmq";

    private static final String VIRTUAL_HOST = Inspector.VIRTUAL_HOST;

    private final FleetHome home;
    private final int[] ports;
    private final List<String> users;
    private final RabbitServer server;
    private volatile @Nullable String version;

    /** @param users prefixes of the services, e.g. {@code auth} */
    Broker(FleetHome home, int port, List<String> users) {
        this.home = home;
        this.ports = new int[] {port, port + 1, port + 2};
        this.users = List.copyOf(users);
        this.server = RabbitServer.at(home.store(NAME), ports[0], ports[1], ports[2]);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String kind() {
        return "RabbitMQ";
    }

    @Override
    public int[] ports() {
        return ports.clone();
    }

    @Override
    public int memory() {
        return 250;
    }

    @Override
    public RabbitServer server() {
        return server;
    }

    @Override
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    @Override
    public void provision() {
        BrokerDefinitions definitions = new BrokerDefinitions(VIRTUAL_HOST, this::password);
        users.forEach(definitions::service);
        definitions.inspector(Inspector.NAME);
        server.admin().define(definitions);
        version = server.admin().version();
    }

    @Override
    public Map<String, String> environmentFor(String service) {
        String user = service + "-service";
        return Map.of(
                "SPRING_RABBITMQ_HOST",
                "127.0.0.1",
                "SPRING_RABBITMQ_PORT",
                "" + ports[0],
                "SPRING_RABBITMQ_VIRTUAL_HOST",
                VIRTUAL_HOST,
                "SPRING_RABBITMQ_USERNAME",
                user,
                "SPRING_RABBITMQ_PASSWORD",
                password(user));
    }

    private String password(String user) {
        return user.equals(Inspector.NAME)
                ? Inspector.password(home, NAME)
                : home.secret("%s.%s".formatted(NAME, user));
    }
}
