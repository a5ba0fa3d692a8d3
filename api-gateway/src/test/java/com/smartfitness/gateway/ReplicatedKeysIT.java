package com.smartfitness.gateway;

import static com.smartfitness.gateway.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.SigningKeyPublishedEvent;
import com.smartfitness.events.TokensRevokedEvent;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReplicatedKeysIT {

    private final TestTokens tokens = TestTokens.create();
    private final String owner = tokens.bearer("U1", "BRANCH_OWNER");
    private final String erased = tokens.bearer("U2", "HELPER");
    private final BrokerFacts broker = Stores.broker().newVirtualHost("auth", "gateway");

    @TempDir
    private Path directory;

    @Test
    void verifiesTokensWithWhatEventsSaidAlsoAfterARestartWithNobodyToAsk() throws Exception {
        try (Fleet fleet = new Fleet()) {
            try (RunningGateway gateway = RunningGateway.start(settings(fleet, broker.port()))) {
                assertProblem(gateway.get("/api/v1/tasks", "Authorization", owner), 503, "keys-unavailable");
                Eventually.holds("the key is published and known", () -> {
                    publishKey();
                    return gateway.get("/api/v1/tasks", "Authorization", owner).statusCode() == 200;
                });
                assertThat(gateway.get("/api/v1/tasks", "Authorization", erased).statusCode())
                        .isEqualTo(200);
                Eventually.holds("the revocation is published and known", () -> {
                    publishRevocation();
                    return gateway.get("/api/v1/tasks", "Authorization", erased).statusCode() == 401;
                });
            }

            int nobody = 1;
            try (RunningGateway gateway = RunningGateway.start(settings(fleet, nobody))) {
                assertThat(gateway.get("/api/v1/tasks", "Authorization", owner).body())
                        .isEqualTo("helper /api/v1/tasks");
                assertProblem(gateway.get("/api/v1/tasks", "Authorization", erased), 401, "unauthenticated");
                assertProblem(
                        gateway.get(
                                "/api/v1/tasks",
                                "Authorization",
                                TestTokens.create().bearer("U1", "OPERATOR")),
                        401,
                        "unauthenticated");
            }
        }
    }

    private String[] settings(Fleet fleet, int brokerPort) {
        return fleet.settings(
                directory,
                "spring.rabbitmq.host=" + broker.host(),
                "spring.rabbitmq.port=" + brokerPort,
                "spring.rabbitmq.virtual-host=" + broker.virtualHost(),
                "spring.rabbitmq.username=" + broker.user("gateway").username(),
                "spring.rabbitmq.password=" + broker.user("gateway").password());
    }

    /** As auth-service does. */
    private void publishKey() throws Exception {
        Instant now = Instant.now();
        Map<String, String> jwk = new HashMap<>();
        tokens.publicKey().toJSONObject().forEach((name, value) -> jwk.put(name, value.toString()));
        String keyId = tokens.publicKey().getKeyID();
        publish(
                "auth.signing-key-published.v1",
                new SigningKeyPublishedEvent(keyId, jwk, now.minusSeconds(60), now.plus(Duration.ofHours(1))));
    }

    private void publishRevocation() throws Exception {
        publish(
                "auth.tokens-revoked.v1",
                new TokensRevokedEvent("U2", 0, Instant.now().plus(Duration.ofMinutes(15))));
    }

    private void publish(String type, DomainEvent event) throws Exception {
        byte[] data = JsonMapper.shared().writeValueAsBytes(event);
        BasicProperties properties = CloudEventHeaders.write(
                new CloudEvent(
                        UUID.randomUUID().toString(),
                        "/auth-service",
                        type,
                        event.aggregateId(),
                        Instant.now(),
                        new Version(1, 1),
                        new Version(1, 1),
                        null,
                        data),
                "auth-service");
        Credentials auth = broker.user("auth");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(broker.host());
        factory.setPort(broker.port());
        factory.setVirtualHost(broker.virtualHost());
        factory.setUsername(auth.username());
        factory.setPassword(auth.password());
        try (Connection connection = factory.newConnection();
                var channel = connection.createChannel()) {
            channel.basicPublish("fleet.events", type, properties, data);
        }
    }
}
