package com.smartfitness.fleet.soak;

import com.smartfitness.fleet.Fleet;
import com.smartfitness.fleet.ReplicationPair;
import com.smartfitness.fleet.soak.KillSchedule.Kill;
import com.smartfitness.stack.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Has people use a fleet, kills its parts meanwhile, and balances its books. */
public final class Soak {

    /** Long, since the load takes what a service needs to start: how long it took is reported. */
    private static final Duration RECOVERY = Duration.ofMinutes(10);

    private static final Duration SETTLING = Duration.ofMinutes(3);

    /** Sources publish digests this long after the last ones: what is verified later began when all was quiet. */
    private static final Duration ROUND = Duration.ofMinutes(2);

    private final Fleet fleet;
    private final Load load;
    private final Consumer<String> progress;

    /**
     * What a fleet has to bear.
     *
     * @param seed decides what is killed in which order, and what people do
     * @param events after how many it is enough
     * @param longest after which time it is enough
     * @param pause between two kills, from when all is ready again
     * @param kills whether anything is killed
     * @param owners who do one thing after the other
     * @param thinks what each of them waits in between
     */
    public record Load(
            long seed, long events, Duration longest, Duration pause, boolean kills, int owners, Duration thinks) {}

    /**
     * A soak of a fleet that is ready, and that nobody else uses.
     *
     * @param progress takes a line for each step
     */
    public Soak(Fleet fleet, Load load, Consumer<String> progress) {
        this.fleet = fleet;
        this.load = load;
        this.progress = progress;
    }

    /**
     * Runs until it is enough.
     *
     * @param proofs how often each copy is compared with its source after the last change, by the fleet's own digests: from
     *     the second time on, a row that is missing counts as drift
     */
    public SoakReport run(int proofs) throws InterruptedException {
        Ledger ledger = new Ledger(fleet.plan());
        KillSchedule kills = new KillSchedule(fleet, load.seed());
        long begin = System.nanoTime();
        long before = ledger.published();
        Crowd crowd = Crowd.begin(fleet.plan(), load.seed(), load.owners(), load.thinks());
        long published;
        try {
            do {
                Thread.sleep(load.pause());
                String what = load.kills() ? describe(kills.next(RECOVERY)) : "all quiet";
                published = ledger.published() - before;
                progress.accept("%s; %d published, %d rows drifted".formatted(what, published, drifted()));
            } while (published < load.events() && elapsed(begin).compareTo(load.longest()) < 0);
        } finally {
            crowd.stop();
        }
        long loaded = elapsed(begin).toSeconds();
        progress.accept("nobody writes any more; the books are balanced");
        List<String> differences = settle(ledger);
        List<String> unproved = prove(proofs);
        List<ReplicationPair> pairs = pairs();
        return new SoakReport(
                load.seed(),
                loaded,
                kills.kills().stream()
                        .map(kill -> new SoakReport.Killed(
                                kill.component(), kill.recovery().toMillis()))
                        .toList(),
                crowd.done(),
                crowd.refused(),
                ledger.published() - before,
                ledger.unsent(),
                ledger.lost(crowd.acknowledged()),
                differences,
                unproved,
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

    /** Waits until all copies were compared so often with nobody writing; the queues of those that were not. */
    private List<String> prove(int proofs) throws InterruptedException {
        if (proofs == 0) {
            return List.of();
        }
        progress.accept("waiting for digests of all copies, %d times".formatted(proofs));
        Duration quiet = ROUND.multipliedBy(proofs - 1L).plusSeconds(15);
        long begin = System.nanoTime();
        List<String> unproved;
        do {
            Thread.sleep(1_000);
            long sinceQuiet = elapsed(begin).minus(quiet).toSeconds();
            unproved = pairs().stream()
                    .filter(pair -> pair.verifiedSeconds() != null && pair.verifiedSeconds() >= sinceQuiet)
                    .map(ReplicationPair::queue)
                    .distinct()
                    .toList();
        } while (!unproved.isEmpty() && elapsed(begin).compareTo(quiet.plus(ROUND.multipliedBy(2))) < 0);
        return unproved;
    }

    private static String describe(Kill kill) {
        return "killed %s, all ready again after %.1f s"
                .formatted(kill.component(), kill.recovery().toMillis() / 1000.0);
    }

    private long drifted() {
        return pairs().stream().mapToLong(ReplicationPair::drifted).sum();
    }

    private List<ReplicationPair> pairs() {
        return fleet.reports().stream()
                .flatMap(report -> report.pairs().stream())
                .toList();
    }

    private static Duration elapsed(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
