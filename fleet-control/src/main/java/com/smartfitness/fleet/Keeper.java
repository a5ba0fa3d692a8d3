package com.smartfitness.fleet;

import com.smartfitness.stack.StackException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one component as it is wanted, on a thread of its own: starts it, asks whether it is ready, starts it again when
 * it died, stops it. All that is done to the component's server is done on that thread, killing aside.
 */
final class Keeper {

    private static final System.Logger LOG = System.getLogger("fleet");
    private static final long TICK = 250;
    private static final Duration PROBE_WHILE_READY = Duration.ofSeconds(3);

    private final Component component;
    private final StartOrder order;
    private final Clock clock;
    private final Backoff backoff = new Backoff();
    private final Thread thread;

    private boolean wanted;
    private boolean retired;
    private State state = State.STOPPED;
    private boolean ready;
    private int restarts;
    private Instant since;
    private @Nullable String problem;

    Keeper(Component component, StartOrder order, Clock clock) {
        this.component = component;
        this.order = order;
        this.clock = clock;
        this.since = clock.instant();
        this.thread =
                Thread.ofPlatform().daemon().name("keep-" + component.name()).unstarted(this::keep);
    }

    void begin() {
        thread.start();
    }

    synchronized void want(boolean running) {
        if (running && !wanted) {
            restarts = 0;
            problem = null;
        }
        wanted = running;
        if (!running && state == State.STARTING) {
            thread.interrupt();
        }
        notifyAll();
    }

    /** Stops the component for good. */
    synchronized void retire() {
        retired = true;
        want(false);
    }

    synchronized Condition condition() {
        long pid = component.server().process().map(ProcessHandle::pid).orElse(0L);
        return new Condition(
                component.name(),
                component.kind(),
                component.ports()[0],
                state,
                ready,
                wanted,
                since,
                pid,
                restarts,
                problem);
    }

    /** Waits until the condition is as expected, or time is up; what it was then. */
    synchronized Condition await(Predicate<Condition> expected, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        Condition last = condition();
        while (!expected.test(last) && System.nanoTime() < deadline) {
            wait(TICK);
            last = condition();
        }
        return last;
    }

    private void keep() {
        while (true) {
            try {
                if (awaitTurn()) {
                    live();
                } else if (isRetired()) {
                    return;
                }
            } catch (InterruptedException wishChanged) {
                // The next round looks at the wish.
            }
        }
    }

    /** Whether the component is to run now; one that is not has been stopped on return. */
    private boolean awaitTurn() throws InterruptedException {
        if (!isWanted()) {
            rest();
            synchronized (this) {
                while (!wanted && !retired) {
                    wait();
                }
            }
        }
        return isWanted();
    }

    private void rest() {
        if (component.server().isRunning()) {
            enter(State.STOPPING);
            // An interrupt that came too late would cut the orderly stop short.
            Thread.interrupted();
            component.server().stop();
        }
        enter(State.STOPPED);
    }

    /** From start to death, or to the wish that it rests. */
    private void live() throws InterruptedException {
        Instant start = clock.instant();
        try {
            enter(State.STARTING);
            order.start(component);
            enter(State.RUNNING);
            watch();
            if (isWanted()) {
                died("ended: " + component.server().lastWords(), start);
            }
        } catch (RuntimeException e) {
            if (isWanted()) {
                component.server().kill();
                died(e instanceof StackException ? e.getMessage() : e.toString(), start);
            }
        }
    }

    private void watch() throws InterruptedException {
        long nextProbe = System.nanoTime();
        while (isWanted() && component.server().isRunning()) {
            if (System.nanoTime() >= nextProbe) {
                ready(component.isReady());
                nextProbe = System.nanoTime() + (isReady() ? PROBE_WHILE_READY.toNanos() : 0);
            }
            synchronized (this) {
                if (wanted) {
                    wait(TICK);
                }
            }
        }
    }

    private void died(@Nullable String why, Instant start) throws InterruptedException {
        LOG.log(System.Logger.Level.WARNING, "{0}: {1}", component.name(), why);
        synchronized (this) {
            problem = why;
            restarts++;
        }
        enter(State.RESTARTING);
        long pause = backoff.after(Duration.between(start, clock.instant())).toNanos();
        long deadline = System.nanoTime() + pause;
        synchronized (this) {
            for (long left = pause; wanted && left > 0; left = deadline - System.nanoTime()) {
                wait(Duration.ofNanos(left).toMillis() + 1);
            }
        }
    }

    private synchronized void enter(State next) {
        ready = false;
        if (state != next) {
            state = next;
            since = clock.instant();
            LOG.log(System.Logger.Level.INFO, "{0} is {1}", component.name(), next);
        }
        notifyAll();
    }

    private synchronized void ready(boolean now) {
        ready = now;
        notifyAll();
    }

    private synchronized boolean isReady() {
        return ready;
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private synchronized boolean isRetired() {
        return retired;
    }
}
