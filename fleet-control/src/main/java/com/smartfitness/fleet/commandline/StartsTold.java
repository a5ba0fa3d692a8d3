package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.FastStarts;
import com.smartfitness.stack.StackException;
import java.time.Duration;

/** Tells what is made for fast starts. */
final class StartsTold implements FastStarts.Listener {

    @Override
    public void made(String service, Duration took) {
        System.out.printf("  %-22s made to start fast from now on  %5.1f s%n", service, took.toMillis() / 1e3);
    }

    @Override
    public void failed(String service, StackException why) {
        System.err.println("fleet: %s starts slowly: %s".formatted(service, why.getMessage()));
    }
}
