package com.smartfitness.auth.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.smartfitness.auth.Person;
import com.smartfitness.auth.RunningAuth;
import com.smartfitness.auth.Site;
import com.smartfitness.events.BranchClosedEvent;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.Exchanges;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.broker.CloudEvent;
import com.smartfitness.replication.broker.CloudEventHeaders;
import com.smartfitness.stack.Credentials;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Branches as branchowner-service publishes them. */
class BranchReplicaIT {

    private final Site site = Site.fresh();

    @Test
    void letsHelpersSignUpForBranchesFromTheirOpeningToTheirClosing() throws Exception {
        try (RunningAuth auth = site.start()) {
            String host = site.broker().virtualHost();
            Eventually.holds(
                    "the service listens",
                    () -> !Stores.broker()
                            .admin()
                            .bindings(host, "auth.branches")
                            .isEmpty());

            publish(created("B-1"), 1);
            Eventually.holds("a helper can sign up", () -> signUp(auth) == 201);

            publish(closed("B-1"), 2);
            Eventually.holds("none can any more", () -> signUp(auth) == 422);
            assertThat(auth.database()
                            .sql("select status from known_branch")
                            .query(String.class)
                            .list())
                    .containsExactly("CLOSED");
        }
    }

    private static int signUp(RunningAuth auth) {
        return auth.post("/api/v1/helpers", Person.any().helperOf("B-1").toString())
                .status();
    }

    private void publish(DomainEvent event, long version) throws Exception {
        Credentials user = site.broker().user("branchowner");
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(site.broker().host());
        factory.setPort(site.broker().port());
        factory.setVirtualHost(site.broker().virtualHost());
        factory.setUsername(user.username());
        factory.setPassword(user.password());
        String type = EventCatalogue.typeOf(event.getClass()).value();
        CloudEvent letter = new CloudEvent(
                UUID.randomUUID().toString(),
                "/branchowner-service",
                type,
                event.aggregateId(),
                Instant.now(),
                new Version(1, version),
                new Version(1, 1),
                null,
                JsonMapper.shared().writeValueAsBytes(event));
        try (Connection connection = factory.newConnection("branchowner");
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();
            channel.basicPublish(
                    Exchanges.EVENTS, type, CloudEventHeaders.write(letter, user.username()), letter.data());
            channel.waitForConfirmsOrDie(10_000);
        }
    }

    private static BranchCreatedEvent created(String id) {
        return new BranchCreatedEvent(
                id,
                "U-1",
                "Mapo",
                "1 Mapo-daero, Seoul",
                null,
                "Asia/Seoul",
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                BranchStatus.OPEN);
    }

    private static BranchClosedEvent closed(String id) {
        return new BranchClosedEvent(
                id,
                "U-1",
                "Mapo",
                "1 Mapo-daero, Seoul",
                null,
                "Asia/Seoul",
                List.of(),
                null,
                List.of(),
                List.of(),
                null,
                BranchStatus.CLOSED);
    }
}
