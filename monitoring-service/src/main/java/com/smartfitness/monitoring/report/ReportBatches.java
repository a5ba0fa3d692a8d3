package com.smartfitness.monitoring.report;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Lets reports that arrive together share a transaction. Whoever gets the lock writes for all that wait, and nobody is
 * answered before the commit: there is no thread to keep alive, and nothing that is known to memory alone.
 */
@Component
class ReportBatches {

    private record Waiting(Report report, CompletableFuture<Boolean> isFresh) {}

    private final ReportStore store;
    private final ReportProperties properties;
    private final DistributionSummary sizes;
    private final Queue<Waiting> queue;
    private final ReentrantLock writing = new ReentrantLock();

    ReportBatches(ReportStore store, ReportProperties properties, MeterRegistry meters) {
        this.store = store;
        this.properties = properties;
        this.sizes = meters.summary("monitoring.reports.batch");
        this.queue = new LinkedBlockingQueue<>(properties.maxWaiting());
    }

    /**
     * Writes the report, and returns once that is committed.
     *
     * @return whether it was fresh: false where its nonce has been used, and nothing was written
     * @throws TooManyReportsException where too many wait already
     */
    boolean write(Report report) {
        Waiting mine = new Waiting(report, new CompletableFuture<>());
        if (!queue.offer(mine)) {
            throw new TooManyReportsException();
        }
        while (!mine.isFresh().isDone()) {
            writing.lock();
            try {
                if (!mine.isFresh().isDone()) {
                    LockSupport.parkNanos(properties.linger().toNanos());
                    writeBatch();
                }
            } finally {
                writing.unlock();
            }
        }
        return result(mine);
    }

    private void writeBatch() {
        List<Waiting> batch = nextBatch();
        sizes.record(batch.size());
        try {
            Set<Report> fresh = store.write(batch.stream().map(Waiting::report).toList());
            batch.forEach(waiting -> waiting.isFresh().complete(fresh.contains(waiting.report())));
        } catch (DataIntegrityViolationException refused) {
            batch.forEach(this::writeAlone);
        } catch (RuntimeException away) {
            fail(batch, away);
        }
    }

    /** No more than one of a piece of equipment, in the order in which they came. */
    private List<Waiting> nextBatch() {
        Map<String, Waiting> batch = new HashMap<>();
        Waiting next = queue.peek();
        while (next != null
                && batch.size() < properties.maxBatch()
                && batch.putIfAbsent(next.report().equipmentId(), next) == null) {
            queue.remove();
            next = queue.peek();
        }
        return List.copyOf(batch.values());
    }

    /** Others must not fail with a report that the store refuses. */
    private void writeAlone(Waiting waiting) {
        try {
            waiting.isFresh().complete(!store.write(List.of(waiting.report())).isEmpty());
        } catch (RuntimeException refused) {
            waiting.isFresh().completeExceptionally(refused);
        }
    }

    /** With the store away, those who wait for it need not find out one after the other. */
    private void fail(List<Waiting> batch, RuntimeException away) {
        List<Waiting> all = new ArrayList<>(batch);
        for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
            all.add(next);
        }
        all.forEach(waiting -> waiting.isFresh().completeExceptionally(away));
    }

    private static boolean result(Waiting done) {
        if (done.isFresh().isCompletedExceptionally()) {
            Throwable cause = done.isFresh().exceptionNow();
            throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
        }
        return done.isFresh().resultNow();
    }
}
