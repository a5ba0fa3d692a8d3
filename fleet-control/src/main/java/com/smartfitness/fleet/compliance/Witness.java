package com.smartfitness.fleet.compliance;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.smartfitness.fleet.FleetHome;
import com.smartfitness.fleet.Inspector;
import com.smartfitness.fleet.Store;
import com.smartfitness.stack.Credentials;
import com.smartfitness.stack.PostgresServer;
import com.smartfitness.stack.RabbitAdmin;
import com.smartfitness.stack.RabbitServer;
import com.smartfitness.stack.RedisServer;
import com.smartfitness.stack.StackException;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stores and broker tell of their clients, asked by a role that may do nothing else. */
final class Witness {

    /** Who sets stores up, and this role itself. */
    private static final Set<String> ADMINISTRATORS = Set.of("postgres", "administrator", Inspector.NAME);

    private final FleetHome home;

    Witness(FleetHome home) {
        this.home = home;
    }

    boolean isAdministrator(@Nullable String user) {
        return user != null && ADMINISTRATORS.contains(user);
    }

    /** Users by the ports of their clients; nothing where a store does not tell. */
    Map<Integer, String> usersOf(Store store) {
        return switch (store.server()) {
            case PostgresServer postgres -> usersOf(postgres, Inspector.password(home, store.name()));
            case RedisServer redis -> redis.clients();
            default -> Map.of();
        };
    }

    List<Feed> feeds(Store store) {
        RabbitServer broker = (RabbitServer) store.server();
        RabbitAdmin asked = broker.seenBy(new Credentials(Inspector.NAME, Inspector.password(home, store.name())));
        Map<String, List<String>> consumers = asked.consumers(Inspector.VIRTUAL_HOST).stream()
                .collect(groupingBy(RabbitAdmin.Consumer::queue, mapping(RabbitAdmin.Consumer::user, toList())));
        return asked.queues(Inspector.VIRTUAL_HOST).stream()
                .map(queue -> new Feed(
                        queue.name(),
                        queue.name().substring(0, Math.max(0, queue.name().indexOf('.'))),
                        asked.bindings(Inspector.VIRTUAL_HOST, queue.name()).stream()
                                .map(RabbitAdmin.Binding::routingKey)
                                .sorted()
                                .toList(),
                        consumers.getOrDefault(queue.name(), List.of())))
                .toList();
    }

    private static Map<Integer, String> usersOf(PostgresServer server, String password) {
        try (var connection =
                        DriverManager.getConnection(server.admin().jdbcUrl("postgres"), Inspector.NAME, password);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select client_port, usename from pg_stat_activity where client_port > 0")) {
            Map<Integer, String> users = new HashMap<>();
            while (rows.next()) {
                users.put(rows.getInt(1), rows.getString(2));
            }
            return users;
        } catch (SQLException e) {
            throw new StackException("PostgreSQL does not tell of its clients: " + e.getMessage(), e);
        }
    }
}
