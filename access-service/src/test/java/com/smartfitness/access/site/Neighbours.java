package com.smartfitness.access.site;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.events.BranchClosedEvent;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EquipmentRegisteredEvent;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.ModelDeployedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserDeactivatedEvent;
import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.tokens.TestDevice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services around: they publish what access-service replicates, and search-service hears what it says. */
public final class Neighbours implements AutoCloseable {

    static final String[] NAMES = {"access", "auth", "branchowner", "monitoring", "mlops", "search"};

    /** What they say, by the queue that must hear it. */
    static final Map<String, List<String>> SAID = Map.of(
            "access.users", List.of("auth.user-created.v1", "auth.user-deactivated.v1", "auth.user-erased.v1"),
            "access.erased-users", List.of("auth.user-erased.v1"),
            "access.branches", List.of("branchowner.branch-created.v1", "branchowner.branch-closed.v1"),
            "access.equipment", List.of("monitoring.equipment-registered.v1"),
            "access.models", List.of("mlops.model-deployed.v1"));

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long CONFIRM_MILLIS = 30_000;
    private static final AtomicLong VERSIONS = new AtomicLong();

    private final BrokerFacts broker;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

    /** An event of access-service as it arrived; its bytes are searched, and no two are compared. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Heard(String type, JsonNode data, byte[] body) {}

    Neighbours(BrokerFacts broker) throws Exception {
        this.broker = broker;
        Channel search = channel("search");
        search.queueDeclare("search.everything", true, false, false, Map.of("x-queue-type", "quorum"));
        search.queueBind("search.everything", BrokerDefinitions.EVENTS, "access.#");
        search.basicConsume(
                "search.everything",
                true,
                (tag, message) -> heard.add(new Heard(
                        message.getEnvelope().getRoutingKey(), JSON.readTree(message.getBody()), message.getBody())),
                tag -> {});
    }

    /** Everything that was heard. */
    public List<Heard> everything() {
        return List.copyOf(heard);
    }

    /** The first event of a type whose field has this value. */
    public JsonNode await(String type, String field, String value) {
        return Eventually.becomes(
                        "%s with %s %s".formatted(type, field, value),
                        () -> heard.stream()
                                .filter(event -> event.type().equals("access.%s.v1".formatted(type)))
                                .map(Heard::data)
                                .filter(data -> data.path(field).asString("").equals(value))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    public String user(Role role) {
        String id = "U-" + UUID.randomUUID();
        publish("auth", new UserCreatedEvent(id, role, "alias", null, UserStatus.ACTIVE, Instant.now()));
        return id;
    }

    public void deactivates(String user) {
        publish(
                "auth",
                new UserDeactivatedEvent(user, Role.CUSTOMER, "alias", null, UserStatus.DEACTIVATED, Instant.now()));
    }

    public void erases(String user) {
        publish("auth", new UserErasedEvent(user));
    }

    public String branchOf(String owner) {
        String id = "B-" + UUID.randomUUID();
        List<String> none = List.of();
        publish(
                "branchowner",
                new BranchCreatedEvent(
                        id,
                        owner,
                        "Branch",
                        "Seoul",
                        null,
                        "Asia/Seoul",
                        List.of(),
                        null,
                        none,
                        none,
                        null,
                        BranchStatus.OPEN));
        return id;
    }

    public void closes(String branch, String owner) {
        List<String> none = List.of();
        publish(
                "branchowner",
                new BranchClosedEvent(
                        branch,
                        owner,
                        "Branch",
                        "Seoul",
                        null,
                        "Asia/Seoul",
                        List.of(),
                        null,
                        none,
                        none,
                        null,
                        BranchStatus.CLOSED));
    }

    public TestDevice device(EquipmentType type, String branch) {
        TestDevice device = TestDevice.create("E-" + UUID.randomUUID(), AccessSite.PUBLIC_URL);
        publish(
                "monitoring",
                new EquipmentRegisteredEvent(
                        device.id(), branch, type, "device", device.publicKey(), EquipmentStatus.IN_SERVICE));
        return device;
    }

    /** mlops-service deploys a rule. */
    public void deploys(double threshold, double margin) {
        publish(
                "mlops",
                new ModelDeployedEvent(
                        ModelType.FACE,
                        "rule-" + UUID.randomUUID(),
                        "s3://mlops-models/face",
                        "00",
                        Map.of("margin", margin),
                        threshold,
                        null,
                        Instant.now()));
    }

    private void publish(String service, DomainEvent event) {
        String type = EventCatalogue.typeOf(event.getClass()).value();
        String user = service + "-service";
        CloudEvent message = new CloudEvent(
                UUID.randomUUID().toString(),
                "/" + user,
                type,
                event.aggregateId(),
                Instant.now(),
                new Version(1, VERSIONS.incrementAndGet()),
                null,
                null,
                JSON.writeValueAsBytes(event));
        Channel channel = channel(service);
        // A channel is for one thread at a time.
        synchronized (channel) {
            try {
                channel.basicPublish(
                        BrokerDefinitions.EVENTS, type, CloudEventHeaders.write(message, user), message.data());
                channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Channel channel(String service) {
        return channels.computeIfAbsent(service, this::connect);
    }

    private Channel connect(String service) {
        Credentials user = broker.user(service);
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setVirtualHost(broker.virtualHost());
        factory.setUsername(user.username());
        factory.setPassword(user.password());
        try {
            Channel channel = factory.newConnection("neighbour " + service).createChannel();
            channel.confirmSelect();
            return channel;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        for (Channel channel : channels.values()) {
            channel.getConnection().abort();
        }
    }
}
