package com.smartfitness.gateway;

import static com.smartfitness.gateway.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.SigningKeyPublishedEvent;
import com.smartfitness.events.TokensRevokedEvent;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.neighbours.OtherServices;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.tokens.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicatedKeysIT {

    private final TestTokens tokens = TestTokens.create();
    private final String owner = tokens.bearer("U1", "BRANCH_OWNER");
    private final String erased = tokens.bearer("U2", "HELPER");
    private final BrokerFacts broker = Stores.broker().newVirtualHost("auth", "gateway");

    @TempDir
    private Path directory;

    @Test
    void verifiesTokensWithWhatEventsSaidAlsoAfterARestartWithNobodyToAsk() throws Exception {
        try (Fleet fleet = new Fleet();
                OtherServices others = OtherServices.at(broker)) {
            try (RunningGateway gateway = RunningGateway.start(settings(fleet, broker.port()))) {
                assertProblem(gateway.get("/api/v1/tasks", "Authorization", owner), 503, "keys-unavailable");
                others.say(key());
                Eventually.holds(
                        "the key is known",
                        () -> gateway.get("/api/v1/tasks", "Authorization", owner)
                                        .statusCode()
                                == 200);
                assertThat(gateway.get("/api/v1/tasks", "Authorization", erased).statusCode())
                        .isEqualTo(200);
                others.say(revocation());
                Eventually.holds(
                        "the revocation is known",
                        () -> gateway.get("/api/v1/tasks", "Authorization", erased)
                                        .statusCode()
                                == 401);
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

    private DomainEvent key() {
        Instant now = Instant.now();
        Map<String, String> jwk = new HashMap<>();
        tokens.publicKey().toJSONObject().forEach((name, value) -> jwk.put(name, value.toString()));
        String keyId = tokens.publicKey().getKeyID();
        return new SigningKeyPublishedEvent(keyId, jwk, now.minusSeconds(60), now.plus(Duration.ofHours(1)));
    }

    private static DomainEvent revocation() {
        return new TokensRevokedEvent("U2", 0, Instant.now().plus(Duration.ofMinutes(15)));
    }
}
