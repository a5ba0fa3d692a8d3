package com.smartfitness.fleet;

import java.util.Map;
import java.util.concurrent.Semaphore;

/** Lets components start when what they need is there, and not more JVMs at once than help each other along. */
final class StartOrder {

    private static final long TICK = 50;

    private final Map<String, Keeper> keepers;
    private final Semaphore programs;

    /** @param keepers by name; may be filled after this is made */
    StartOrder(Map<String, Keeper> keepers, int programsAtOnce) {
        this.keepers = keepers;
        this.programs = new Semaphore(programsAtOnce, true);
    }

    /** Starts the component's process and makes it ready to be used, in its turn. */
    void start(Component component) throws InterruptedException {
        for (String needed : component.needs()) {
            awaitRunning(needed);
        }
        if (component instanceof Service) {
            programs.acquire();
            try {
                component.server().start();
            } finally {
                programs.release();
            }
        } else {
            component.server().start();
        }
        component.provision();
    }

    // One that is not wanted is not waited for: whoever stopped it may want to see how others live without.
    private void awaitRunning(String name) throws InterruptedException {
        Keeper keeper = keepers.get(name);
        while (keeper != null) {
            Condition condition = keeper.condition();
            if (!condition.wanted() || condition.ready()) {
                return;
            }
            Thread.sleep(TICK);
        }
    }
}
