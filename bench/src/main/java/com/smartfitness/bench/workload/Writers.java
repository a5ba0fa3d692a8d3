package com.smartfitness.bench.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that change branches by a schedule until they are stopped. */
final class Writers {

    private static final Logger log = LoggerFactory.getLogger(Writers.class);

    /** A prime, so that neighbours in time are not neighbours in an index. */
    private static final long STRIDE = 7_919;

    private final BranchWrites writes;
    private final Tally tally;
    private final Schedule schedule;
    private final int branches;
    private final int together;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong next = new AtomicLong();
    private final LongAdder committed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicLong first = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong last = new AtomicLong();
    private volatile boolean stopping;

    private Writers(BranchWrites writes, Tally tally, Schedule schedule, int branches, int together) {
        this.writes = writes;
        this.tally = tally;
        this.schedule = schedule;
        this.branches = branches;
        this.together = together;
    }

    static Writers start(BranchWrites writes, Tally tally, Schedule schedule, int threads, int branches, int together) {
        Writers writers = new Writers(writes, tally, schedule, branches, together);
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
                writes.write(transaction(n), due);
                long now = Tally.micros(Instant.now());
                first.accumulateAndGet(now, Math::min);
                last.accumulateAndGet(now, Math::max);
                committed.add(together);
                tally.reached("committed", Collections.nCopies(together, due));
            } catch (RuntimeException e) {
                log.error("A change failed", e);
                failed.increment();
            }
        }
    }

    /** No two transactions that run at a time change the same branch. */
    private long[] transaction(long n) {
        return LongStream.range(n * together, (n + 1) * together)
                .map(change -> change * STRIDE % branches)
                .toArray();
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
