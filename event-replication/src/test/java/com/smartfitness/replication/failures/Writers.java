package com.smartfitness.replication.failures;

import com.smartfitness.testing.stores.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Members who join, visit and leave without a pause worth mentioning, over HTTP, until they are stopped. */
final class Writers implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration BREATH = Duration.ofMillis(4);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final Set<String> joined = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    private Writers() {}

    /** Two for each instance. */
    static Writers writingTo(MembersClient... instances) {
        Writers writers = new Writers();
        for (MembersClient instance : instances) {
            writers.start(instance, new ArrayList<>());
            writers.start(instance, new ArrayList<>());
        }
        return writers;
    }

    /** One, who begins with members who are there already. */
    static Writers writingTo(MembersClient instance, List<String> members) {
        Writers writers = new Writers();
        writers.start(instance, new ArrayList<>(members));
        return writers;
    }

    /** Changes that the service has said are done. */
    long accepted() {
        return accepted.get();
    }

    /** Changes that it has not said are done; they may be. */
    long refused() {
        return refused.get();
    }

    /** Who has joined as far as the service has said. */
    Set<String> joined() {
        return Set.copyOf(joined);
    }

    /** Returns once this many further changes are done. */
    void awaitFurther(int changes) {
        long goal = accepted.get() + changes;
        Eventually.becomes("further changes are made", LIMIT, this::accepted, now -> now >= goal);
    }

    /** Returns once this many further changes were refused. */
    void awaitRefusals(int changes) {
        long goal = refused.get() + changes;
        Eventually.becomes("changes are refused", LIMIT, this::refused, now -> now >= goal);
    }

    /** Returns when nobody writes any more. */
    void stop() {
        stopping = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void start(MembersClient service, List<String> mine) {
        int writer = COUNT.incrementAndGet();
        threads.add(Thread.ofVirtual().start(() -> write(service, writer, mine)));
    }

    private void write(MembersClient service, int writer, List<String> mine) {
        Random random = new Random(writer);
        for (int i = 0; !stopping; i++) {
            int choice = random.nextInt(10);
            if (mine.isEmpty() || choice < 3) {
                String member = "W%d-%d".formatted(writer, i);
                if (counted(service.join(member))) {
                    joined.add(member);
                    mine.add(member);
                }
            } else if (choice < 9) {
                counted(service.visit(mine.get(random.nextInt(mine.size()))));
            } else {
                // Whether or not it is done, nobody can tell from here whether this member may still visit.
                counted(service.leave(mine.remove(random.nextInt(mine.size()))));
            }
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }

    private boolean counted(boolean done) {
        (done ? accepted : refused).incrementAndGet();
        return done;
    }
}
