package com.smartfitness.fleet;

import com.smartfitness.stack.StackException;
import java.time.Duration;
import java.util.List;

/** Sees to it, before a start, that services start fast: what a build or another JDK has made useless is made again. */
public final class FastStarts {

    private FastStarts() {}

    /** Hears how it goes, from several threads. */
    public interface Listener {

        /** The service starts fast from now on. */
        void made(String service, Duration took);

        /** The service will start slowly, which keeps nobody from starting it. */
        void failed(String service, StackException why);
    }

    /**
     * Takes a while for each service that does not start fast yet, and nearly none for the others. Stores need not run.
     *
     * @throws StackException if a service could not start at all, built or not
     */
    public static void ensure(FleetPlan plan, Listener listener) {
        plan.home().create();
        List<Service> slow = plan.services().parallelStream()
                .filter(service -> !service.startsFast())
                .toList();
        if (slow.isEmpty()) {
            return;
        }
        try (ScratchStores scratch = new ScratchStores()) {
            slow.parallelStream().forEach(service -> make(service, scratch, listener));
        }
    }

    private static void make(Service service, ScratchStores scratch, Listener listener) {
        long begin = System.nanoTime();
        try {
            service.makeStartFast(scratch);
            listener.made(service.name(), Duration.ofNanos(System.nanoTime() - begin));
        } catch (StackException e) {
            listener.failed(service.name(), e);
        }
    }
}
