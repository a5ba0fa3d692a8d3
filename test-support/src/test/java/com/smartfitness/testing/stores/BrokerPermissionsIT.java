package com.smartfitness.testing.stores;

import static com.smartfitness.stack.BrokerDefinitions.EVENTS;
import static com.smartfitness.stack.BrokerDefinitions.REPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.smartfitness.stack.BrokerFacts;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a broker started with BrokerDefinitions lets each of its users do. */
class BrokerPermissionsIT {

    private static final BasicProperties ANONYMOUS = new BasicProperties();

    private final BrokerFacts facts = Stores.broker()
            .newVirtualHost(definitions ->
                    definitions.service("auth").service("mlops").producer("partner", "helper.task-confirmed.v1"));
    private Connection auth;
    private Channel authsChannel;
    private Connection mlops;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        auth = Clients.connect(facts, "auth");
        authsChannel = auth.createChannel();
        declare(authsChannel, "auth.inbox");
        mlops = Clients.connect(facts, "mlops");
        channel = mlops.createChannel();
    }

    @AfterEach
    void disconnect() throws Exception {
        auth.close();
        mlops.close();
    }

    @Nested
    class Publishing {

        @Test
        void takesOwnKeysOnBothExchanges() throws Exception {
            declare(authsChannel, "auth.events");
            authsChannel.queueBind("auth.events", EVENTS, "mlops.#");
            authsChannel.queueBind("auth.events", REPLICATION, "*.snapshot-chunk.auth.#");

            publish(channel, EVENTS, "mlops.model-deployed.v1", ANONYMOUS);
            publish(channel, REPLICATION, "mlops.snapshot-chunk.auth.model", ANONYMOUS);

            assertThat(authsChannel.messageCount("auth.events")).isEqualTo(2);
        }

        @Test
        void refusesAnothersKeys() {
            refuses(() -> publish(channel, EVENTS, "auth.user-created.v1", ANONYMOUS));
        }

        @Test
        void refusesAnothersKeysOnReplication() {
            refuses(() -> publish(channel, REPLICATION, "auth.snapshot-chunk.mlops", ANONYMOUS));
        }

        @Test
        void refusesTheDefaultExchange() {
            refuses(() -> publish(channel, "", "auth.inbox", ANONYMOUS));
        }

        @Test
        void takesTheConnectionsUserAsUserId() throws Exception {
            publish(channel, EVENTS, "mlops.model-deployed.v1", from("mlops-service"));
        }

        @Test
        void refusesAnotherUserId() {
            assertThatThrownBy(() -> publish(channel, EVENTS, "mlops.model-deployed.v1", from("auth-service")))
                    .hasStackTraceContaining("user_id property set to 'auth-service'");
        }
    }

    @Nested
    class Queues {

        @Test
        void letsAServiceDeclareBindConsumeAndDeleteItsOwn() throws Exception {
            declare(channel, "mlops.tasks");
            channel.queueBind("mlops.tasks", EVENTS, "helper.task-confirmed.v1");
            channel.queueBind("mlops.tasks", REPLICATION, "helper.snapshot-chunk.mlops.task");
            channel.queueBind("mlops.tasks", REPLICATION, "*.snapshot-request.mlops.#");
            assertThat(channel.basicGet("mlops.tasks", true)).isNull();
            channel.queueDelete("mlops.tasks");
        }

        @Test
        void refusesToDeclareAnothers() {
            refuses(() -> declare(channel, "auth.more"));
        }

        @Test
        void refusesToConsumeAnothers() {
            refuses(() -> channel.basicConsume("auth.inbox", true, (_, _) -> {}, _ -> {}));
        }

        @Test
        void refusesToGetFromAnothers() {
            refuses(() -> channel.basicGet("auth.inbox", true));
        }

        @Test
        void refusesToPurgeAnothers() {
            refuses(() -> channel.queuePurge("auth.inbox"));
        }

        @Test
        void refusesToDeleteAnothers() {
            refuses(() -> channel.queueDelete("auth.inbox"));
        }

        @Test
        void refusesToBindAnothers() {
            refuses(() -> channel.queueBind("auth.inbox", EVENTS, "mlops.#"));
        }

        @Test
        void refusesToBindMessagesAddressedToAnother() throws Exception {
            declare(channel, "mlops.spying");
            refuses(() -> channel.queueBind("mlops.spying", REPLICATION, "helper.snapshot-chunk.auth.user"));
        }

        @Test
        void refusesToBindAllAddressedMessages() throws Exception {
            declare(channel, "mlops.spying");
            refuses(() -> channel.queueBind("mlops.spying", REPLICATION, "#"));
        }

        @Test
        void refusesToBindMessagesAddressedToAnyone() throws Exception {
            declare(channel, "mlops.spying");
            refuses(() -> channel.queueBind("mlops.spying", REPLICATION, "*.snapshot-chunk.*.user"));
        }
    }

    @Nested
    class ProducersOutside {

        @Test
        void takesTheGivenKey() throws Exception {
            withPartner(partner -> publish(partner, EVENTS, "helper.task-confirmed.v1", ANONYMOUS));
        }

        @Test
        void refusesOtherKeys() {
            refuses(() -> withPartner(partner -> publish(partner, EVENTS, "helper.task-judged.v1", ANONYMOUS)));
        }

        @Test
        void refusesTheOtherExchange() {
            refuses(() -> withPartner(partner -> publish(partner, REPLICATION, "helper.task-confirmed.v1", ANONYMOUS)));
        }

        @Test
        void refusesQueuesOfItsOwn() {
            refuses(() -> withPartner(partner -> declare(partner, "partner.queue")));
        }

        @Test
        void refusesToConsume() {
            refuses(() -> withPartner(partner -> partner.basicGet("auth.inbox", true)));
        }

        private void withPartner(Use use) throws Exception {
            try (Connection partner = Clients.connect(facts, "partner")) {
                use.of(partner.createChannel());
            }
        }
    }

    private interface Use {
        void of(Channel channel) throws Exception;
    }

    private static void refuses(ThrowingCallable action) {
        assertThatThrownBy(action).hasStackTraceContaining("ACCESS_REFUSED");
    }

    private static BasicProperties from(String user) {
        return new BasicProperties.Builder().userId(user).build();
    }

    private static void declare(Channel channel, String queue) throws Exception {
        channel.queueDeclare(queue, true, false, false, Map.of());
    }

    /** Publishes and waits until the broker has taken the message or closed the channel over it. */
    private static void publish(Channel channel, String exchange, String key, BasicProperties properties)
            throws Exception {
        channel.confirmSelect();
        channel.basicPublish(exchange, key, properties, new byte[0]);
        channel.waitForConfirmsOrDie(TimeUnit.SECONDS.toMillis(20));
    }
}
