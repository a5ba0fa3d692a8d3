package com.smartfitness.replication.report;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.broker.ConfirmedPublisher;
import com.smartfitness.replication.operations.ReplicationStatus;
import com.smartfitness.replication.report.InstanceReport.Lag;
import com.smartfitness.replication.report.InstanceReport.StoreReport;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells how this process is, every few seconds, whatever state its store is in. It does not go through the outbox: that
 * would keep what nobody wants any more, and fall silent just when the store is away.
 */
public final class InstanceReporting implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(InstanceReporting.class);
    private static final Path PROCESS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final long KB = 1024;

    private final ReplicationProperties properties;
    private final String version;
    private final ReplicationStatus replication;
    private final List<OwnStore> stores;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ConfirmedPublisher publisher;
    private final ReportMessages messages;
    private final String instance = UUID.randomUUID().toString();
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    private final CountDownLatch stopping = new CountDownLatch(1);

    public InstanceReporting(
            ReplicationProperties properties,
            String version,
            ReplicationStatus replication,
            List<OwnStore> stores,
            MeterRegistry meters,
            Clock clock,
            ConfirmedPublisher publisher,
            JsonMapper json) {
        this.properties = properties;
        this.version = version;
        this.replication = replication;
        this.stores = List.copyOf(stores);
        this.meters = meters;
        this.clock = clock;
        this.publisher = publisher;
        this.messages = new ReportMessages(json);
    }

    /** Ends the run. */
    public void stop() {
        stopping.countDown();
    }

    @Override
    public void run() {
        Duration interval = properties.relay().heartbeat();
        try {
            do {
                report();
            } while (!stopping.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            publisher.close();
        }
    }

    private void report() throws InterruptedException {
        try {
            publisher.publish(messages.write(new InstanceReport(
                    properties.service(),
                    instance,
                    version,
                    startedAt,
                    clock.instant(),
                    residentBytes(),
                    stores.stream().map(InstanceReporting::report).toList(),
                    lags(),
                    replication.state())));
        } catch (IOException | RuntimeException e) {
            log.debug("How this process is cannot be told at the moment", e);
        }
    }

    private static StoreReport report(OwnStore store) {
        try {
            OwnStore.Figures found = store.look();
            return new StoreReport(store.name(), true, found.version(), found.memory(), found.size());
        } catch (Exception away) {
            log.debug("{} cannot be asked", store.name(), away);
            return new StoreReport(store.name(), false, null, null, null);
        }
    }

    private List<Lag> lags() {
        return meters.find("replication.lag").timers().stream()
                .map(timer -> new Lag(
                        Objects.requireNonNullElse(timer.getId().getTag("queue"), ""),
                        Objects.requireNonNullElse(timer.getId().getTag("source"), ""),
                        Math.round(timer.max(TimeUnit.MILLISECONDS))))
                .toList();
    }

    /** Linux's own count; where there is none, what the JVM has taken for its heap. */
    private static long residentBytes() {
        try {
            return Files.readAllLines(PROCESS).stream()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * KB)
                    .sum();
        } catch (IOException noLinux) {
            return Runtime.getRuntime().totalMemory();
        }
    }
}
