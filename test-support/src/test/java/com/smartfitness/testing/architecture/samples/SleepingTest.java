package com.smartfitness.testing.architecture.samples;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Has no test of its own: its class file is what is looked at. */
public final class SleepingTest {

    void pauses() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(1));
    }

    static final class Nested {
        void pausesToo() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }
}
