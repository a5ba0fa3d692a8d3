package com.smartfitness.helper.site;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.BranchUpdatedEvent;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.ModelDeployedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.stores.Eventually;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The services around: they publish what helper-service replicates, and mlops-service hears what it says. */
public final class Neighbours implements AutoCloseable {

    static final String[] NAMES = {"helper", "auth", "branchowner", "mlops"};

    /** What they say, by the queue that must hear it. */
    static final Map<String, List<String>> SAID = Map.of(
            "helper.users", List.of("auth.user-created.v1"),
            "helper.branches", List.of("branchowner.branch-created.v1", "branchowner.branch-updated.v1"),
            "helper.models", List.of("mlops.model-deployed.v1"));

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long CONFIRM_MILLIS = 30_000;
    private static final AtomicLong VERSIONS = new AtomicLong();

    private final BrokerFacts broker;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Queue<Heard> heard = new ConcurrentLinkedQueue<>();

    /** An event of helper-service as it arrived. */
    public record Heard(String type, JsonNode data) {}

    Neighbours(BrokerFacts broker) throws Exception {
        this.broker = broker;
        Channel mlops = channel("mlops");
        mlops.queueDeclare("mlops.everything", true, false, false, Map.of("x-queue-type", "quorum"));
        mlops.queueBind("mlops.everything", BrokerDefinitions.EVENTS, "helper.#");
        mlops.basicConsume(
                "mlops.everything",
                true,
                (tag, message) ->
                        heard.add(new Heard(message.getEnvelope().getRoutingKey(), JSON.readTree(message.getBody()))),
                tag -> {});
    }

    /** All events of a type about a task so far. */
    public List<JsonNode> heard(String type, String taskId) {
        return heard.stream()
                .filter(event -> event.type().equals("helper." + type + ".v1"))
                .map(Heard::data)
                .filter(data -> data.path("taskId").asString("").equals(taskId))
                .toList();
    }

    /** The first event of a type about a task. */
    public JsonNode await(String type, String taskId) {
        return Eventually.becomes(type + " of " + taskId, () -> heard(type, taskId), found -> !found.isEmpty())
                .getFirst();
    }

    public String owner() {
        return user("U-owner-", Role.BRANCH_OWNER, null, UserStatus.ACTIVE);
    }

    public String helperOf(String branch) {
        return user("U-helper-", Role.HELPER, branch, UserStatus.ACTIVE);
    }

    public String user(String prefix, Role role, @Nullable String branch, UserStatus status) {
        String id = prefix + UUID.randomUUID();
        publish("auth", new UserCreatedEvent(id, role, "alias", branch, status, Instant.now()));
        return id;
    }

    /** A branch where it is about noon, so that no midnight comes into a test's way. */
    public String branchOf(String owner) {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        return branchOf(owner, ZoneOffset.ofHours(12 - hour).getId(), BranchStatus.OPEN);
    }

    public String branchOf(String owner, String zone, BranchStatus status) {
        String id = "B-" + UUID.randomUUID();
        List<String> none = List.of();
        publish(
                "branchowner",
                new BranchCreatedEvent(
                        id, owner, "Branch", "Seoul", null, zone, List.of(), null, none, none, null, status));
        return id;
    }

    public void moves(String branch, String owner, String zone) {
        List<String> none = List.of();
        publish(
                "branchowner",
                new BranchUpdatedEvent(
                        branch,
                        owner,
                        "Branch",
                        "Seoul",
                        null,
                        zone,
                        List.of(),
                        null,
                        none,
                        none,
                        null,
                        BranchStatus.OPEN));
    }

    /** mlops-service deploys a laundry model. */
    public void deploys(String version, String url, String sha256) {
        publish(
                "mlops",
                new ModelDeployedEvent(ModelType.LAUNDRY, version, url, sha256, Map.of(), 0.8, null, Instant.now()));
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
