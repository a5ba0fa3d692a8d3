package com.smartfitness.replication.report;

import com.smartfitness.replication.operations.ReplicationState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a process is, by its own account.
 *
 * @param service prefix of the service, e.g. {@code auth}
 * @param instance one process; another one after a restart
 * @param startedAt when the process began
 * @param at when this was written, by the clock of its machine
 * @param memory bytes of main memory that the process takes
 * @param stores what it keeps its own data in
 * @param lags how far behind its queues have lately been
 * @param replication what it knows of its replication; null where that could not be found out
 */
public record InstanceReport(
        String service,
        String instance,
        String version,
        Instant startedAt,
        Instant at,
        long memory,
        List<StoreReport> stores,
        List<Lag> lags,
        @Nullable ReplicationState replication) {

    public InstanceReport {
        stores = List.copyOf(stores);
        lags = List.copyOf(lags);
    }

    /**
     * A store of a service.
     *
     * @param name as {@link OwnStore#name()}
     * @param up whether it could be asked; if not, nothing else is known
     * @param version as in {@link OwnStore.Figures}, like what follows
     */
    public record StoreReport(
            String name,
            boolean up,
            @Nullable String version,
            @Nullable Long memory,
            @Nullable Long size) {}

    /**
     * From a commit at the source to the commit of what follows from it.
     *
     * @param maxMillis the longest of the last minutes
     */
    public record Lag(String queue, String source, long maxMillis) {}
}
