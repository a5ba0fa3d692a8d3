package com.smartfitness.bench.task;

import com.smartfitness.fleet.demo.Account;
import com.smartfitness.fleet.demo.Journey;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Helpers who come one after the other, sign up, and send in three photos, each of which the owner confirms. */
public final class HelpersAtWork implements AutoCloseable {

    private static final int A_DAY = 3;

    private final Journey signing;
    private final Journey working;
    private final String owner;
    private final String branchId;
    private final byte[] photo;
    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);

    /**
     * Of one branch.
     *
     * @param signing where people sign up and in
     * @param owner access token
     */
    public HelpersAtWork(Journey signing, Journey working, String owner, String branchId, byte[] photo) {
        this.signing = signing;
        this.working = working;
        this.owner = owner;
        this.branchId = branchId;
        this.photo = photo;
    }

    /** Has one come at once, and each time that so long has passed. */
    @SuppressWarnings("FutureReturnValueIgnored") // What fails is counted.
    public void startEvery(Duration pause) {
        clock.scheduleAtFixedRate(this::workADay, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Days that were not worked to the end. */
    public int failed() {
        return failed.get();
    }

    /** Waits for those who are at work. */
    @Override
    public void close() {
        clock.close();
    }

    private void workADay() {
        try {
            String helper = signing.becomeHelper(
                    new Account("helper-%d@bench.example".formatted(came.incrementAndGet()), "correct horse battery"),
                    branchId);
            for (int i = 0; i < A_DAY; i++) {
                String task = working.sendPhoto(helper, photo);
                working.awaitJudgement(helper, task);
                working.confirm(owner, task);
            }
        } catch (RuntimeException e) {
            failed.incrementAndGet();
        }
    }
}
