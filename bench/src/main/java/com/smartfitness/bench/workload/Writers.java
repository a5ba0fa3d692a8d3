package com.smartfitness.bench.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that change branches by a schedule until they are stopped. */
final class Writers {

    private static final Logger log = LoggerFactory.getLogger(Writers.class);

    /** A prime, so that neighbours in time are not neighbours in an index. */
    private static final long STRIDE = 7_919;

    private final BranchWrites writes;
    private final Schedule schedule;
    private final int branches;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong next = new AtomicLong();
    private final LongAdder committed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong last = new AtomicLong();
    private volatile boolean stopping;

    private Writers(BranchWrites writes, Schedule schedule, int branches) {
        this.writes = writes;
        this.schedule = schedule;
        this.branches = branches;
    }

    static Writers start(BranchWrites writes, Schedule schedule, int threads, int branches) {
        Writers writers = new Writers(writes, schedule, branches);
        for (int i = 0; i < threads; i++) {
            writers.threads.add(Thread.ofPlatform().daemon().name("writer-" + i).start(writers::run));
        }
        return writers;
    }

    Committed stop() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return new Committed(committed.sum(), first.get(), last.get(), failed.sum());
    }

    private void run() {
        while (!stopping) {
            long n = next.getAndIncrement();
            Instant due = schedule.due(n);
            if (!await(due)) {
                return;
            }
            try {
                writes.write(n * STRIDE % branches, due);
                long now = Tally.micros(Instant.now());
                first.accumulateAndGet(now, Math::min);
                last.accumulateAndGet(now, Math::max);
                committed.increment();
            } catch (RuntimeException e) {
                log.error("A change failed", e);
                failed.increment();
            }
        }
    }

    private boolean await(Instant due) {
        long nanos = Duration.between(Instant.now(), due).toNanos();
        while (nanos > 0 && !stopping) {
            LockSupport.parkNanos(nanos);
            nanos = Duration.between(Instant.now(), due).toNanos();
        }
        return !stopping;
    }
}
