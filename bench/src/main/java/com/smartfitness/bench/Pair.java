package com.smartfitness.bench;

import com.smartfitness.bench.machine.HotMethods;
import com.smartfitness.bench.machine.Program;
import com.smartfitness.bench.machine.Servers;
import com.smartfitness.bench.workload.Applied;
import com.smartfitness.bench.workload.Committed;
import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.Credentials;
import com.smartfitness.stack.DatabaseFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A source and a consumer of one contender, each in a process and with a store of its own. */
final class Pair implements AutoCloseable {

    private static final Duration STANDSTILL = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 20;

    /** Writers, relaying and spare. */
    private static final String POOL = "56";

    private final Program source;
    private final Program consumer;

    private Pair(Program source, Program consumer) {
        this.source = source;
        this.consumer = consumer;
    }

    static Pair start(Contender contender, Servers servers, RunOptions options) throws InterruptedException {
        BrokerFacts broker =
                servers.newVirtualHost(contender.name(), Contender.SOURCE_SERVICE, Contender.CONSUMER_SERVICE);
        Program consumer = program(
                contender.name() + "-consumer",
                contender.consumer(),
                settings(
                        Contender.CONSUMER_SERVICE,
                        contender.consumerSchema(),
                        broker,
                        servers.newConsumerDatabase(contender.name())),
                contender.consumerSettings(),
                options);
        Program source = program(
                contender.name() + "-source",
                contender.source(),
                settings(Contender.SOURCE_SERVICE, "source", broker, servers.newSourceDatabase(contender.name())),
                contender.settings(),
                options);
        Pair pair = new Pair(source, consumer);
        pair.awaitComplete();
        return pair;
    }

    Program source() {
        return source;
    }

    Program consumer() {
        return consumer;
    }

    /** Waits until the consumer has applied all that was committed since it began to count. */
    Applied drained(Committed committed) throws InterruptedException {
        long deadline = System.nanoTime() + STANDSTILL.toNanos();
        Applied applied = consumer.ask(Applied.class, "report");
        while (applied.events() < committed.events()) {
            Thread.sleep(POLL_MILLIS);
            Applied now = consumer.ask(Applied.class, "report");
            if (now.events() > applied.events()) {
                deadline = System.nanoTime() + STANDSTILL.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Only %d of %d events were applied".formatted(now.events(), committed.events()));
            }
            applied = now;
        }
        return applied;
    }

    /** Waits until a consumer that needs a snapshot has it. */
    void awaitComplete() throws InterruptedException {
        long deadline = System.nanoTime() + STANDSTILL.toNanos();
        while (!consumer.ask(Boolean.class, "complete")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The consumer does not become complete");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    @Override
    public void close() {
        try (consumer) {
            source.close();
        }
    }

    private static Program program(
            String name,
            Class<?> mainClass,
            Map<String, String> settings,
            Map<String, String> further,
            RunOptions options) {
        Path folder = Reports.folder();
        List<String> jvm = options.jvmOptions();
        if (options.profile) {
            jvm.add(HotMethods.recordingTo(recording(name)));
        }
        settings.put("logging.file.name", folder.resolve(name + ".log").toString());
        settings.putAll(further);
        return Program.start(name, mainClass, settings, jvm, folder);
    }

    static Path recording(String program) {
        return Reports.folder().resolve(program + ".jfr");
    }

    private static Map<String, String> settings(
            String service, String schema, BrokerFacts broker, DatabaseFacts database) {
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
}
