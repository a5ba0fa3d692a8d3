package com.smartfitness.bench;

import static java.util.Objects.requireNonNull;

import com.smartfitness.bench.machine.HotMethods;
import com.smartfitness.bench.machine.Program;
import com.smartfitness.bench.machine.Servers;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.stack.DatabaseFacts;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one contender has of the servers: a virtual host and two empty databases. */
final class Stage {

    /** Writers, relaying and spare. */
    private static final String POOL = "56";

    private static final String CHECKSUM = """
            select count(*) || ' rows, ' || coalesce(sum(hashtextextended(branch_id || name || introduction, 0)), 0)
            from\s""";

    private final String name;
    private final Contender contender;
    private final RunOptions options;
    private final BrokerFacts broker;
    private final DatabaseFacts sourceDatabase;
    private final DatabaseFacts consumerDatabase;

    private Stage(
            String name,
            Contender contender,
            RunOptions options,
            BrokerFacts broker,
            DatabaseFacts sourceDatabase,
            DatabaseFacts consumerDatabase) {
        this.name = name;
        this.contender = contender;
        this.options = options;
        this.broker = broker;
        this.sourceDatabase = sourceDatabase;
        this.consumerDatabase = consumerDatabase;
    }

    /** Prepares the servers for a contender, with a user at the broker for the benchmark itself. */
    static Stage prepare(String name, Contender contender, Servers servers, RunOptions options) {
        return new Stage(
                name,
                contender,
                options,
                servers.newVirtualHost(name, Contender.SOURCE_SERVICE, Contender.CONSUMER_SERVICE, SinkQueue.SERVICE),
                servers.newSourceDatabase(name),
                servers.newConsumerDatabase(name));
    }

    BrokerFacts broker() {
        return broker;
    }

    Program startSource() {
        Map<String, String> settings = settings(Contender.SOURCE_SERVICE, "source", sourceDatabase);
        settings.putAll(contender.sourceSettings());
        return start("-source", contender.source(), settings);
    }

    Program startConsumer() {
        Map<String, String> settings =
                settings(Contender.CONSUMER_SERVICE, contender.consumerSchema(), consumerDatabase);
        settings.putAll(contender.consumerSettings());
        return start("-consumer", requireNonNull(contender.consumer()), settings);
    }

    boolean hasConsumer() {
        return contender.consumer() != null;
    }

    /**
     * Makes sure that speed was not won by leaving something out, where there is a consumer.
     *
     * @throws IllegalStateException if the consumer has not what the source has
     */
    void requireEqual() throws SQLException {
        if (!hasConsumer()) {
            return;
        }
        String source = checksum(sourceDatabase, "branch");
        String consumer = checksum(consumerDatabase, "known_branch");
        if (!source.equals(consumer)) {
            throw new IllegalStateException(
                    "%s: the source has %s and the consumer %s".formatted(name, source, consumer));
        }
    }

    boolean isEqual() throws SQLException {
        return checksum(sourceDatabase, "branch").equals(checksum(consumerDatabase, "known_branch"));
    }

    /** Prints where the programs have spent their time, if that was asked for. They must have ended. */
    void printProfiles() throws Exception {
        if (options.profile) {
            for (String side : hasConsumer() ? List.of("-source", "-consumer") : List.of("-source")) {
                System.out.println("%s%s, recorded in %s".formatted(name, side, recording(side)));
                System.out.println(HotMethods.in(recording(side)));
            }
        }
    }

    private Program start(String side, Class<?> mainClass, Map<String, String> settings) {
        List<String> jvm = options.jvmOptions();
        if (options.profile) {
            jvm.add(HotMethods.recordingTo(recording(side)));
        }
        return Program.start(name + side, mainClass, settings, jvm, Reports.folder());
    }

    private Path recording(String side) {
        return Reports.folder().resolve(name + side + ".jfr");
    }

    private Map<String, String> settings(String service, String schema, DatabaseFacts database) {
        Credentials user = broker.user(service);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.application.name", service + "-service");
        settings.put("spring.main.banner-mode", "off");
        settings.put("logging.threshold.console", "off");
        // PerfTest brings exporters along, which Spring Boot would set to work.
        settings.put("management.defaults.metrics.export.enabled", "false");
        settings.put("management.simple.metrics.export.enabled", "true");
        settings.put("spring.flyway.locations", "classpath:db/bench/" + schema);
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.username());
        settings.put("spring.datasource.password", database.password());
        settings.put("spring.datasource.hikari.maximum-pool-size", POOL);
        settings.put("spring.rabbitmq.host", broker.host());
        settings.put("spring.rabbitmq.port", String.valueOf(broker.port()));
        settings.put("spring.rabbitmq.virtual-host", broker.virtualHost());
        settings.put("spring.rabbitmq.username", user.username());
        settings.put("spring.rabbitmq.password", user.password());
        return settings;
    }

    private static String checksum(DatabaseFacts facts, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(CHECKSUM + table)) {
            result.next();
            return result.getString(1);
        }
    }
}
