package com.smartfitness.replication;

import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.stores.Eventually;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of the example services, running in this process. */
public final class RunningService implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts a service with further {@code property=value} settings. */
    public static RunningService start(
            Class<?> application, String service, BrokerFacts broker, DatabaseFacts database, String... settings) {
        return start(application, settings(service, broker, database), settings);
    }

    /** Starts a process that owns no store. */
    public static RunningService startWithoutStore(
            Class<?> application, String service, BrokerFacts broker, String... settings) {
        return start(application, settings(service, broker), settings);
    }

    private static RunningService start(Class<?> application, Map<String, String> facts, String... settings) {
        Map<String, Object> properties = new LinkedHashMap<>(facts);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            properties.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return new RunningService(
                new SpringApplicationBuilder(application).properties(properties).run());
    }

    /** What a service is told by its environment. */
    public static Map<String, String> settings(String service, BrokerFacts broker, DatabaseFacts database) {
        Map<String, String> settings = settings(service, broker);
        settings.put("spring.flyway.locations", "classpath:db/" + service);
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", database.username());
        settings.put("spring.datasource.password", database.password());
        return settings;
    }

    /** What a service without a database is told by its environment. */
    public static Map<String, String> settings(String service, BrokerFacts broker) {
        Credentials user = broker.user(service);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.application.name", service + "-service");
        settings.put("spring.main.banner-mode", "off");
        settings.put("server.port", "0");
        settings.put("spring.rabbitmq.host", broker.host());
        settings.put("spring.rabbitmq.port", String.valueOf(broker.port()));
        settings.put("spring.rabbitmq.virtual-host", broker.virtualHost());
        settings.put("spring.rabbitmq.username", user.username());
        settings.put("spring.rabbitmq.password", user.password());
        settings.put("replication.operators-api.enabled", "true");
        settings.put("replication.relay.heartbeat", "500ms");
        settings.put("replication.relay.parking", "500ms");
        settings.put("replication.relay.standby", "200ms");
        settings.put("replication.consumer.retry-steps", "200ms,400ms");
        settings.put("replication.snapshot.patience", "2s");
        return settings;
    }

    /** Waits until it hears whatever is published from now on. A reaction never hears what was published before. */
    public void awaitListening() {
        Eventually.holds("the service listens", bean(ReplicationStatus.class)::isListening);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Names of the beans of a type; none may be there. */
    public List<String> beans(Class<?> type) {
        return List.of(context.getBeanNamesForType(type));
    }

    public JdbcClient database() {
        return bean(JdbcClient.class);
    }

    /** The port of its HTTP server. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    @Override
    public void close() {
        context.close();
    }
}
