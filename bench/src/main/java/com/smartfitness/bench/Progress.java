package com.smartfitness.bench;

import java.io.Console;
import java.util.Optional;

/** Says what is going on, apart from the report. */
final class Progress {

    private static final boolean LIVE =
            Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    private static final int BAR = 30;

    private Progress() {}

    static void say(String step) {
        System.err.println(step);
    }

    /** Lets a phase go on for some seconds. */
    static void during(String phase, int seconds) throws InterruptedException {
        if (!LIVE) {
            say("%s, %d s".formatted(phase, seconds));
        }
        for (int second = 0; second < seconds; second++) {
            if (LIVE) {
                int done = BAR * second / seconds;
                System.err.printf(
                        "\r%-40s [%s%s] %d s ", phase, "#".repeat(done), " ".repeat(BAR - done), seconds - second);
            }
            Thread.sleep(1_000);
        }
        if (LIVE) {
            System.err.printf("\r%-40s [%s] done\n", phase, "#".repeat(BAR));
        }
    }
}
