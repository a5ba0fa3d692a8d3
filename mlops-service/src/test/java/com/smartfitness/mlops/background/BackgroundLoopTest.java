package com.smartfitness.mlops.background;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.testing.stores.Eventually;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BackgroundLoopTest {

    @RepeatedTest(50)
    void worksUntilThereIsNoMore() {
        AtomicInteger rounds = new AtomicInteger();

        new BackgroundLoop("counting", () -> rounds.incrementAndGet() < 3).start();

        Eventually.holds("three rounds", () -> rounds.get() == 3);
    }

    @Test
    void goesOnAfterFailures() {
        AtomicInteger rounds = new AtomicInteger();

        new BackgroundLoop("failing", () -> {
                    if (rounds.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    return false;
                })
                .start();

        Eventually.holds("it has worked", () -> rounds.get() == 3);
    }

    @Test
    void endsWhatWaits() {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch waiting = new CountDownLatch(1);
        BackgroundLoop loop = new BackgroundLoop("waiting", () -> {
            try {
                waiting.countDown();
                new CountDownLatch(1).await();
                return true;
            } finally {
                ended.set(true);
            }
        });

        loop.start();
        Eventually.holds("it waits", () -> waiting.getCount() == 0);
        loop.stop();

        Eventually.holds("it has ended", ended::get);
        assertThat(loop.isRunning()).isFalse();
    }
}
