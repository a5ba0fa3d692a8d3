package com.smartfitness.bench.gate;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EquipmentRegisteredEvent;
import com.smartfitness.events.EquipmentStatus;
import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.Role;
import com.smartfitness.events.SigningKeyPublishedEvent;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.tokens.TestDevice;
import com.smartfitness.testing.tokens.TestTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** What the other services say that access-service has to know. */
final class Surroundings {

    private static final long CONFIRM_MILLIS = 60_000;
    private static final String BRANCH = "B-bench";

    private final BrokerFacts broker;

    Surroundings(BrokerFacts broker) {
        this.broker = broker;
    }

    void publishKey(TestTokens tokens) throws IOException, TimeoutException, InterruptedException {
        Map<String, String> jwk = new HashMap<>();
        tokens.publicKey().toJSONObject().forEach((name, value) -> jwk.put(name, String.valueOf(value)));
        Instant now = Instant.now();
        publish(
                "auth",
                List.of(new SigningKeyPublishedEvent(
                        tokens.publicKey().getKeyID(), jwk, now.minusSeconds(60), now.plus(Duration.ofDays(1)))));
    }

    void publishUsers(List<String> users) throws IOException, TimeoutException, InterruptedException {
        publish(
                "auth",
                users.stream()
                        .map(user -> new UserCreatedEvent(
                                user, Role.CUSTOMER, "alias", null, UserStatus.ACTIVE, Instant.now()))
                        .toList());
    }

    void publishBranch() throws IOException, TimeoutException, InterruptedException {
        List<String> none = List.of();
        publish(
                "branchowner",
                List.of(new BranchCreatedEvent(
                        BRANCH,
                        "O-bench",
                        "Branch",
                        "Seoul",
                        null,
                        "Asia/Seoul",
                        List.of(),
                        null,
                        none,
                        none,
                        null,
                        BranchStatus.OPEN)));
    }

    void publishDevices(EquipmentType type, List<TestDevice> devices)
            throws IOException, TimeoutException, InterruptedException {
        publish(
                "monitoring",
                devices.stream()
                        .map(device -> new EquipmentRegisteredEvent(
                                device.id(), BRANCH, type, "device", device.publicKey(), EquipmentStatus.IN_SERVICE))
                        .toList());
    }

    private void publish(String service, List<? extends DomainEvent> events)
            throws IOException, TimeoutException, InterruptedException {
        Credentials user = broker.user(service);
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setVirtualHost(broker.virtualHost());
        factory.setUsername(user.username());
        factory.setPassword(user.password());
        String source = service + "-service";
        try (Connection connection = factory.newConnection();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            for (DomainEvent event : events) {
                String type = EventCatalogue.typeOf(event.getClass()).value();
                CloudEvent message = new CloudEvent(
                        UUID.randomUUID().toString(),
                        "/" + source,
                        type,
                        event.aggregateId(),
                        Instant.now(),
                        new Version(1, 1),
                        null,
                        null,
                        JsonMapper.shared().writeValueAsBytes(event));
                channel.basicPublish(
                        BrokerDefinitions.EVENTS, type, CloudEventHeaders.write(message, source), message.data());
            }
            channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
        }
    }
}
