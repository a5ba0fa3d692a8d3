package com.smartfitness.replication.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.replication.example.members.Members;
import com.smartfitness.replication.example.members.MembersApplication;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.servers.TestBroker;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators are told while the broker is away. */
class BrokerAwayIT {

    private static final String LETTERS = "/queues/members.snapshot-requests/dead-letters";

    @Test
    void saysSoAndThatItIsWorthTryingLater() throws Exception {
        try (TestBroker server = Stores.startOwnBroker()) {
            BrokerFacts broker = server.admin()
                    .define(new BrokerDefinitions("away", user -> "password of " + user).service("members"));
            try (RunningService members = RunningService.start(
                    MembersApplication.class,
                    "members",
                    broker,
                    Stores.postgres().newDatabase())) {
                Operator operator = new Operator(members);
                Eventually.holds("connected", () -> brokerConnected(operator));
                server.stop();
                Eventually.holds("noticed", () -> !brokerConnected(operator));

                for (HttpResponse<String> answer : List.of(
                        operator.send("GET", LETTERS),
                        operator.send("POST", LETTERS + "/any/replay"),
                        operator.send("DELETE", LETTERS + "/any"))) {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                    assertThat(Operator.body(answer).path("type").asString())
                            .isEqualTo("urn:fleet:problem:broker-unavailable");
                }
                showsTheBacklogAllTheSame(members, operator);
            }
        }
    }

    private static void showsTheBacklogAllTheSame(RunningService members, Operator operator) throws Exception {
        members.bean(Members.class).join("W-1", "Ryu");

        JsonNode state = operator.get("");

        assertThat(state.path("outbox").path("pending").asInt()).isOne();
        assertThat(state.path("outbox").path("relaying").asBoolean()).isFalse();
        assertThat(state.path("queues").path(0).path("deadLetters").isNull()).isTrue();
        Eventually.holds(
                "its age shows",
                () -> members.bean(MeterRegistry.class)
                                .get("replication.outbox.oldest.age")
                                .gauge()
                                .value()
                        > 0);
    }

    private static boolean brokerConnected(Operator operator) throws Exception {
        return operator.get("").path("brokerConnected").asBoolean();
    }
}
