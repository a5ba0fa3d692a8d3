package com.smartfitness.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitServerIT {

    private final RabbitServer server = RabbitServer.temporary();

    @BeforeAll
    void start() {
        server.start();
    }

    @AfterAll
    void close() {
        server.close();
    }

    @Test
    void keepsConfirmedMessagesOverKillAndStop() throws Exception {
        ConnectionFactory client = client("lasting", "auth");
        try (Connection connection = client.newConnection();
                Channel channel = connection.createChannel()) {
            channel.queueDeclare("auth.kept", true, false, false, Map.of("x-queue-type", "quorum"));
            channel.queueBind("auth.kept", BrokerDefinitions.EVENTS, "auth.#");
            channel.confirmSelect();
            channel.basicPublish(BrokerDefinitions.EVENTS, "auth.a.v1", MessageProperties.PERSISTENT_BASIC, body());
            channel.waitForConfirmsOrDie(TimeUnit.SECONDS.toMillis(20));
        }

        server.settleQueues();
        server.kill();
        assertThatThrownBy(client::newConnection).hasMessageContaining("refused");
        server.start();
        server.stop();
        server.start();

        try (Connection connection = client.newConnection();
                Channel channel = connection.createChannel()) {
            assertThat(channel.basicGet("auth.kept", true)).isNotNull();
        }
    }

    @Test
    void blocksPublishersWhileTheMemoryAlarmIsRaised() throws Exception {
        try (Connection connection = client("alarm", "auth").newConnection();
                Channel channel = connection.createChannel()) {
            channel.confirmSelect();

            server.setMemoryAlarm(true);
            channel.basicPublish(BrokerDefinitions.EVENTS, "auth.a.v1", null, body());
            assertThatThrownBy(() -> channel.waitForConfirms(300)).isInstanceOf(TimeoutException.class);

            server.setMemoryAlarm(false);
            assertThat(channel.waitForConfirms(TimeUnit.SECONDS.toMillis(20))).isTrue();
        }
    }

    private ConnectionFactory client(String virtualHost, String service) {
        BrokerFacts facts = server.admin()
                .define(new BrokerDefinitions(virtualHost, user -> "password of " + user).service(service));
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost(facts.host());
        factory.setPort(facts.port());
        factory.setVirtualHost(facts.virtualHost());
        factory.setUsername(facts.user(service).username());
        factory.setPassword(facts.user(service).password());
        factory.setAutomaticRecoveryEnabled(false);
        return factory;
    }

    private static byte[] body() {
        return "{}".getBytes(StandardCharsets.UTF_8);
    }
}
