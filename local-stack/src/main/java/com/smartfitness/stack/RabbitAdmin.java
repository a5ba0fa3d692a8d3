package com.smartfitness.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator of a RabbitMQ node, over its management API. Counts and connections are those of the broker's last
 * statistics, half a second old at most.
 */
public final class RabbitAdmin {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String HOST = "127.0.0.1";

    private final int port;
    private final String base;
    private final String username;
    private final String authorization;

    /**
     * @param port where the node's clients connect
     * @param managementPort where its management listens
     */
    public RabbitAdmin(int port, int managementPort, Credentials credentials) {
        this.port = port;
        this.base = "http://%s:%d/api/".formatted(HOST, managementPort);
        this.username = credentials.username();
        String pair = credentials.username() + ":" + credentials.password();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A queue with what it holds; {@code unacknowledged} is with consumers. */
    public record Queue(String name, String type, long ready, long unacknowledged, JsonNode arguments) {}

    /** A client's connection; {@code clientName} is what it calls itself, if it does. */
    public record Connection(String name, String user, String virtualHost, Optional<String> clientName) {}

    /** Somebody who takes from a queue. */
    public record Consumer(String queue, String user) {}

    /** A route from an exchange to a queue. */
    public record Binding(String source, String queue, String routingKey, String propertiesKey) {}

    /** The node's release, e.g. {@code 3.10.8}. */
    public String version() {
        return JSON.readTree(send("GET", BodyPublishers.noBody(), "overview"))
                .path("rabbitmq_version")
                .asString();
    }

    /** Creates or completes a virtual host with its users. */
    public BrokerFacts define(BrokerDefinitions definitions) {
        String document = definitions.administrator(username).toJson();
        send("POST", BodyPublishers.ofString(document), "definitions");
        return new BrokerFacts(HOST, port, definitions.virtualHost(), definitions.credentials());
    }

    public void deleteVirtualHost(String virtualHost) {
        send("DELETE", BodyPublishers.noBody(), "vhosts", virtualHost);
    }

    public List<Queue> queues(String virtualHost) {
        return list("queues", virtualHost).stream().map(RabbitAdmin::queue).toList();
    }

    /** Who takes from which queue. */
    public List<Consumer> consumers(String virtualHost) {
        return list("consumers", virtualHost).stream()
                .map(node -> new Consumer(
                        node.path("queue").path("name").asString(),
                        node.path("channel_details").path("user").asString()))
                .toList();
    }

    /** The queue, or nothing if there is none of the name. */
    public Optional<Queue> queue(String virtualHost, String name) {
        HttpResponse<String> response = exchange("GET", BodyPublishers.noBody(), "queues", virtualHost, name);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(queue(JSON.readTree(checked(response))));
    }

    public void deleteQueue(String virtualHost, String name) {
        send("DELETE", BodyPublishers.noBody(), "queues", virtualHost, name);
    }

    /** Drops the messages that no consumer has received. */
    public void purge(String virtualHost, String queue) {
        send("DELETE", BodyPublishers.noBody(), "queues", virtualHost, queue, "contents");
    }

    /** The queue's bindings, but for the one to the default exchange that every queue has. */
    public List<Binding> bindings(String virtualHost, String queue) {
        return list("queues", virtualHost, queue, "bindings").stream()
                .filter(node -> !node.path("source").asString().isEmpty())
                .map(node -> new Binding(
                        node.path("source").asString(),
                        node.path("destination").asString(),
                        node.path("routing_key").asString(),
                        node.path("properties_key").asString()))
                .toList();
    }

    public void deleteBinding(String virtualHost, Binding binding) {
        send(
                "DELETE",
                BodyPublishers.noBody(),
                "bindings",
                virtualHost,
                "e",
                binding.source(),
                "q",
                binding.queue(),
                binding.propertiesKey());
    }

    public List<Connection> connections() {
        return list("connections").stream().map(RabbitAdmin::connection).toList();
    }

    /** Closes the connections for which the name or the client's own name is this, and says how many there were. */
    public int closeConnections(String name) {
        List<Connection> affected = connections().stream()
                .filter(connection -> connection.name().equals(name)
                        || connection.clientName().equals(Optional.of(name)))
                .toList();
        affected.forEach(connection -> send("DELETE", BodyPublishers.noBody(), "connections", connection.name()));
        return affected.size();
    }

    /** Whether the node lets clients in at the port, which is the one it knows itself by. */
    public boolean listensOn(int port) {
        try {
            return exchange("GET", BodyPublishers.noBody(), "health", "checks", "port-listener", "" + port)
                            .statusCode()
                    == 200;
        } catch (StackException notYet) {
            return false;
        }
    }

    private List<JsonNode> list(String... path) {
        return JSON.readValue(send("GET", BodyPublishers.noBody(), path), new TypeReference<>() {});
    }

    private String send(String method, BodyPublisher body, String... path) {
        return checked(exchange(method, body, path));
    }

    private static String checked(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new StackException("RabbitMQ answered %d to %s %s: %s"
                    .formatted(
                            response.statusCode(),
                            response.request().method(),
                            response.request().uri(),
                            response.body()));
        }
        return response.body();
    }

    private HttpResponse<String> exchange(String method, BodyPublisher body, String... path) {
        String encoded = Stream.of(path)
                .map(segment ->
                        URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + encoded))
                .timeout(LIMIT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException("RabbitMQ's management does not answer: " + e.getMessage(), e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for RabbitMQ's management", interrupted);
        }
    }

    private static Queue queue(JsonNode node) {
        return new Queue(
                node.path("name").asString(),
                node.path("type").asString(),
                node.path("messages_ready").asLong(0),
                node.path("messages_unacknowledged").asLong(0),
                node.path("arguments"));
    }

    private static Connection connection(JsonNode node) {
        @Nullable JsonNode own = node.path("client_properties").get("connection_name");
        return new Connection(
                node.path("name").asString(),
                node.path("user").asString(),
                node.path("vhost").asString(),
                Optional.ofNullable(own).map(JsonNode::asString));
    }
}
