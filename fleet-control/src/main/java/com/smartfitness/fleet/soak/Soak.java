package com.smartfitness.fleet.soak;

import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.ReplicationPair;
import com.smartfitness.fleet.soak.KillSchedule.Kill;
import com.smartfitness.stack.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Kills a fleet's parts under load, and balances its books. */
public final class Soak {

    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration SETTLING = Duration.ofMinutes(3);

    private final Fleet fleet;
    private final long seed;
    private final Consumer<String> progress;

    /**
     * A soak of a fleet that is ready, and that nobody else uses.
     *
     * @param seed decides what is killed in which order, and what people do
     * @param progress takes a line for each step
     */
    public Soak(Fleet fleet, long seed, Consumer<String> progress) {
        this.fleet = fleet;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * Runs until so many events were published, or the time is over.
     *
     * @param pause between two kills, from when all is ready again
     */
    public SoakReport run(long events, Duration longest, Duration pause) throws InterruptedException {
        Ledger ledger = new Ledger(fleet.plan());
        KillSchedule kills = new KillSchedule(fleet, seed);
        long begin = System.nanoTime();
        long before = ledger.published();
        Crowd crowd = Crowd.begin(fleet.plan(), seed);
        try {
            do {
                Thread.sleep(pause);
                Kill kill = kills.next(RECOVERY);
                progress.accept("killed %s, all ready again after %.1f s; %d published"
                        .formatted(kill.component(), kill.recovery().toMillis() / 1000.0, ledger.published() - before));
            } while (ledger.published() - before < events && elapsed(begin).compareTo(longest) < 0);
        } finally {
            crowd.stop();
        }
        progress.accept("nobody writes any more; the books are balanced");
        List<String> differences = settle(ledger);
        Set<String> missing = ledger.missing(crowd.committed());
        List<ReplicationPair> pairs = fleet.reports().stream()
                .flatMap(report -> report.pairs().stream())
                .toList();
        return new SoakReport(
                seed,
                elapsed(begin).toSeconds(),
                kills.kills().stream()
                        .map(kill -> new SoakReport.Killed(
                                kill.component(), kill.recovery().toMillis()))
                        .toList(),
                crowd.done(),
                crowd.refused(),
                ledger.published() - before,
                ledger.unsent(),
                List.copyOf(missing),
                differences,
                pairs.stream().mapToLong(ReplicationPair::drifted).sum(),
                pairs.stream().mapToLong(ReplicationPair::dead).sum());
    }

    /** What is still different when events have had time to arrive. */
    private List<String> settle(Ledger ledger) throws InterruptedException {
        long begin = System.nanoTime();
        List<String> differences = new ArrayList<>();
        while (elapsed(begin).compareTo(SETTLING) < 0) {
            try {
                differences = ledger.differences();
                if (ledger.unsent() == 0 && differences.isEmpty()) {
                    return differences;
                }
            } catch (StackException away) {
                progress.accept(String.valueOf(away.getMessage()));
            }
            Thread.sleep(500);
        }
        return differences;
    }

    private static Duration elapsed(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
