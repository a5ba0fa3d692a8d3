package com.smartfitness.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * RabbitMQ definitions of one virtual host: the two exchanges that services share, and a user for each of them who can
 * speak for that service alone. Nobody may use the default exchange, which would reach every queue.
 */
public final class BrokerDefinitions {

    /** Topic exchange of the facts. */
    public static final String EVENTS = "fleet.events";

    /** Topic exchange of what one service's replication addresses to another's. */
    public static final String REPLICATION = "fleet.replication";

    private static final String NOTHING = "^$";

    private final String virtualHost;
    private final UnaryOperator<String> passwordOf;
    private final Map<String, Credentials> credentials = new HashMap<>();
    private final List<Map<String, Object>> users = new ArrayList<>();
    private final List<Map<String, Object>> permissions = new ArrayList<>();
    private final List<Map<String, Object>> topicPermissions = new ArrayList<>();

    /**
     * @param passwordOf the password of a user name; the same name has the same one in all virtual hosts of a broker,
     *     since its users belong to all of them
     */
    public BrokerDefinitions(String virtualHost, UnaryOperator<String> passwordOf) {
        this.virtualHost = virtualHost;
        this.passwordOf = passwordOf;
    }

    /**
     * Adds {@code <prefix>-service}: it publishes its own routing keys, declares and consumes its own queues, and
     * receives whatever facts it binds, but of the addressed messages only its own.
     */
    public BrokerDefinitions service(String prefix) {
        String own = literally(prefix + ".");
        String username = prefix + "-service";
        String reachable = "^(fleet\\.events|fleet\\.replication|%s.*)$".formatted(own);
        add(prefix, username);
        permit(username, "^%s.*$".formatted(own), reachable, reachable);
        permitTopics(username, EVENTS, "^" + own, ".*");
        permitTopics(
                username,
                REPLICATION,
                "^" + own,
                "^[a-z*]+\\.(snapshot-chunk|snapshot-request)\\.%s(\\..*)?$".formatted(literally(prefix)));
        return this;
    }

    /** Adds a producer outside this code base, who may publish these facts and nothing else. */
    public BrokerDefinitions producer(String username, String... routingKeys) {
        String keys =
                Stream.of(routingKeys).map(BrokerDefinitions::literally).collect(Collectors.joining("|", "^(", ")$"));
        add(username, username);
        permit(username, NOTHING, "^fleet\\.events$", NOTHING);
        permitTopics(username, EVENTS, keys, NOTHING);
        return this;
    }

    /** Adds a user who sees queues and who consumes from them, and may do nothing else. */
    public BrokerDefinitions inspector(String username) {
        add(username, username, "monitoring");
        permit(username, NOTHING, NOTHING, NOTHING);
        return this;
    }

    /** Lets an administrator of the broker into the virtual host. */
    BrokerDefinitions administrator(String username) {
        permit(username, ".*", ".*", ".*");
        return this;
    }

    String virtualHost() {
        return virtualHost;
    }

    Map<String, Credentials> credentials() {
        return credentials;
    }

    /** The document that {@code /api/definitions} and {@code load_definitions} take. Passwords are in it as hashes. */
    public String toJson() {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "vhosts", List.of(Map.of("name", virtualHost)),
                        "users", users,
                        "permissions", permissions,
                        "topic_permissions", topicPermissions,
                        "exchanges", List.of(exchange(EVENTS), exchange(REPLICATION))));
    }

    // All that names here contain of a regular expression's own characters; quoting would hide them from a reader.
    private static String literally(String name) {
        return name.replace(".", "\\.");
    }

    private void add(String key, String username) {
        add(key, username, "");
    }

    private void add(String key, String username, String tags) {
        String password = passwordOf.apply(username);
        credentials.put(key, new Credentials(username, password));
        users.add(Map.of(
                "name",
                username,
                "password_hash",
                RabbitPasswordHash.of(password),
                "hashing_algorithm",
                "rabbit_password_hashing_sha256",
                "tags",
                tags));
    }

    private void permit(String user, String configure, String write, String read) {
        permissions.add(
                Map.of("user", user, "vhost", virtualHost, "configure", configure, "write", write, "read", read));
    }

    private void permitTopics(String user, String exchange, String write, String read) {
        topicPermissions.add(
                Map.of("user", user, "vhost", virtualHost, "exchange", exchange, "write", write, "read", read));
    }

    private Map<String, Object> exchange(String name) {
        return Map.of(
                "name",
                name,
                "vhost",
                virtualHost,
                "type",
                "topic",
                "durable",
                true,
                "auto_delete",
                false,
                "internal",
                false,
                "arguments",
                Map.of());
    }
}
