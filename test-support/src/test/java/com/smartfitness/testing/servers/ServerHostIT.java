package com.smartfitness.testing.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.MessageProperties;
import com.smartfitness.stack.BrokerDefinitions;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.stack.Server;
import com.smartfitness.testing.stores.BrokerClients;
import com.smartfitness.testing.stores.Stores;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What tests rely on, wherever their servers run. */
class ServerHostIT {

    @Test
    void postgresKeepsWhatIsCommitted() throws SQLException {
        try (TestPostgres server = Stores.startOwnPostgres()) {
            DatabaseFacts facts = server.admin().createDatabase("auth");
            execute(facts, "create table note as select 'before' as text");

            stopAndStart(server);
            execute(facts, "insert into note values ('after a stop')");
            killAndStart(server);

            assertThat(text(facts, "select string_agg(text, ', ' order by text desc) from note"))
                    .isEqualTo("before, after a stop");
            assertThat(text(facts, "select 'a' < 'B'"))
                    .as("sorted by code points")
                    .isEqualTo("f");
            assertThat(stored(server)).contains("after a stop");
        }
    }

    @Test
    void brokerKeepsWhatIsConfirmed() throws Exception {
        try (TestBroker server = Stores.startOwnBroker()) {
            ConnectionFactory client = client(server);
            try (Connection connection = client.newConnection()) {
                Channel channel = connection.createChannel();
                channel.queueDeclare("auth.kept", true, false, false, Map.of("x-queue-type", "quorum"));
                channel.queueBind("auth.kept", BrokerDefinitions.EVENTS, "auth.#");
                publish(channel);
                channel.waitForConfirmsOrDie(TimeUnit.SECONDS.toMillis(20));
            }

            server.settleQueues();
            killAndStart(server);
            stopAndStart(server);

            try (Connection connection = client.newConnection()) {
                assertThat(connection.createChannel().basicGet("auth.kept", true))
                        .isNotNull();
            }
        }
    }

    @Test
    void brokerBlocksPublishersWhileItsMemoryIsShort() throws Exception {
        try (TestBroker server = Stores.startOwnBroker();
                Connection connection = client(server).newConnection()) {
            Channel channel = connection.createChannel();

            server.setMemoryAlarm(true);
            publish(channel);
            assertThatThrownBy(() -> channel.waitForConfirms(300)).isInstanceOf(TimeoutException.class);

            server.setMemoryAlarm(false);
            assertThat(channel.waitForConfirms(TimeUnit.SECONDS.toMillis(20))).isTrue();
        }
    }

    @Test
    void redisKeepsWhatIsAnswered() throws IOException {
        try (TestRedis server = Stores.startOwnRedis()) {
            RedisFacts user = server.ensureUser("access");
            assertThat(ask(user, "SET note before")).isEqualTo("+OK");

            stopAndStart(server);
            assertThat(ask(user, "APPEND note -and-after")).isEqualTo(":16");
            killAndStart(server);

            assertThat(server.ensureUser("access")).isEqualTo(user);
            assertThat(ask(user, "STRLEN note")).isEqualTo(":16");
            assertThat(ask(user, "FLUSHALL")).startsWith("-NOPERM");
            assertThat(ask(new RedisFacts(user.host(), user.port(), "default", ""), "GET note"))
                    .startsWith("-");
            assertThat(stored(server)).contains("-and-after");
        }
    }

    private static void stopAndStart(Server server) {
        server.stop();
        assertThat(server.isRunning()).isFalse();
        server.start();
    }

    private static void killAndStart(Server server) {
        server.kill();
        assertThat(server.isRunning()).isFalse();
        server.start();
        assertThat(server.isRunning()).isTrue();
    }

    private static String stored(Server server) {
        return new String(server.storedBytes(), StandardCharsets.ISO_8859_1);
    }

    private static void execute(DatabaseFacts facts, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(DatabaseFacts facts, String query) throws SQLException {
        try (var connection = DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static ConnectionFactory client(TestBroker server) {
        BrokerFacts facts =
                server.admin().define(new BrokerDefinitions("test", user -> "password of " + user).service("auth"));
        ConnectionFactory factory = BrokerClients.of(facts, "auth");
        factory.setAutomaticRecoveryEnabled(false);
        return factory;
    }

    private static void publish(Channel channel) throws IOException {
        channel.confirmSelect();
        channel.basicPublish(
                BrokerDefinitions.EVENTS, "auth.a.v1", MessageProperties.PERSISTENT_BASIC, new byte[] {'{', '}'});
    }

    /** The first line of the answer to an inline command. */
    private static String ask(RedisFacts user, String command) throws IOException {
        try (Socket socket = new Socket(user.host(), user.port())) {
            var answers = socket.getInputStream();
            String text = "AUTH %s \"%s\"\r\n%s\r\nQUIT\r\n".formatted(user.username(), user.password(), command);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            List<String> lines = new String(answers.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.get(1);
        }
    }
}
