package com.smartfitness.testing.architecture.samples;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has no test of its own: its class file is what is looked at. */
public final class WaitingIT {

    boolean waits(CountDownLatch confirmed) throws InterruptedException {
        return confirmed.await(1, TimeUnit.SECONDS);
    }
}
