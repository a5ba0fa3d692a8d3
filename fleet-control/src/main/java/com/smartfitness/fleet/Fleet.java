package com.smartfitness.fleet;

import com.smartfitness.stack.StackException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A running fleet. Its processes are children of this JVM and end with it; those that die are started again, those
 * that were stopped stay so until started.
 */
public final class Fleet implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    private final FleetPlan plan;
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();

    private Fleet(FleetPlan plan) {
        this.plan = plan;
        StartOrder order =
                new StartOrder(keepers, Math.max(2, Runtime.getRuntime().availableProcessors()));
        for (Component component : plan.components()) {
            keepers.put(component.name(), new Keeper(component, order, Clock.systemUTC()));
        }
    }

    /** A fleet of which nothing runs yet. */
    public static Fleet of(FleetPlan plan) {
        plan.home().create();
        Fleet fleet = new Fleet(plan);
        fleet.keepers.values().forEach(Keeper::begin);
        return fleet;
    }

    public FleetPlan plan() {
        return plan;
    }

    /** Starts everything, and returns at once. */
    public void startAll() {
        keepers.values().forEach(keeper -> keeper.want(true));
    }

    /**
     * Waits until all that is meant to run serves clients.
     *
     * @throws StackException that names those that do not, if the time passes first
     */
    public void awaitReady(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        List<String> late = new ArrayList<>();
        for (Keeper keeper : keepers.values()) {
            Condition last = await(
                    keeper,
                    condition -> condition.ready() || !condition.wanted(),
                    Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            if (last.wanted() && !last.ready()) {
                late.add(last.problem() == null ? last.name() : "%s (%s)".formatted(last.name(), last.problem()));
            }
        }
        if (!late.isEmpty()) {
            throw new StackException("Not ready within %s: %s".formatted(limit, String.join(", ", late)));
        }
    }

    /** Starts one component and waits until it serves clients, or has failed to. */
    public Condition start(String name) {
        Keeper keeper = keeper(name);
        int before = keeper.condition().wanted() ? keeper.condition().restarts() : 0;
        keeper.want(true);
        return await(keeper, condition -> condition.ready() || condition.restarts() > before, START_LIMIT);
    }

    /** Ends one component in an orderly way and waits for its end. It stays away until started. */
    public Condition stop(String name) {
        Keeper keeper = keeper(name);
        keeper.want(false);
        return await(keeper, condition -> condition.state() == State.STOPPED, STOP_LIMIT);
    }

    public Condition restart(String name) {
        stop(name);
        return start(name);
    }

    /** Ends one component's processes as a loss of power would. It is started again, like any that dies. */
    public void kill(String name) {
        keeper(name);
        plan.component(name).server().kill();
    }

    /** How each component is, in the plan's order. */
    public List<Condition> conditions() {
        return keepers.values().stream().map(Keeper::condition).toList();
    }

    public Condition condition(String name) {
        return keeper(name).condition();
    }

    /** Waits until a component's condition is as expected, or time is up; what it was then. */
    public Condition await(String name, Predicate<Condition> expected, Duration limit) {
        return await(keeper(name), expected, limit);
    }

    /** Like {@link #conditions()}, each with what it takes a moment to find out. */
    public List<Report> reports() {
        return plan.components().parallelStream()
                .map(component -> Report.on(component, condition(component.name())))
                .toList();
    }

    /** Ends everything in an orderly way: the services, then the stores. Data stay. */
    @Override
    public void close() {
        retire(plan.services());
        retire(plan.stores());
    }

    private void retire(Collection<? extends Component> components) {
        List<Keeper> leaving =
                components.stream().map(component -> keeper(component.name())).toList();
        leaving.forEach(Keeper::retire);
        leaving.forEach(keeper -> await(keeper, condition -> condition.state() == State.STOPPED, STOP_LIMIT));
    }

    private Keeper keeper(String name) {
        Keeper keeper = keepers.get(name);
        if (keeper == null) {
            throw new StackException(
                    "There is no '%s' in the fleet, only %s".formatted(name, String.join(", ", keepers.keySet())));
        }
        return keeper;
    }

    private static Condition await(Keeper keeper, Predicate<Condition> expected, Duration limit) {
        try {
            return keeper.await(expected, limit);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return keeper.condition();
        }
    }
}
