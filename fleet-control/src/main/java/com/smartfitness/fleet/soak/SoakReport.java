package com.smartfitness.fleet.soak;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a soak has shown.
 *
 * @param seconds of load
 * @param done requests that a service said were done
 * @param refused requests that were not answered, or refused
 * @param published events
 * @param unsent events that are still in an outbox
 * @param lost aggregates with fewer versions than changes that were said to be done, each in a sentence
 * @param differences where a copy shows another version than its source, each in a sentence
 * @param unproved queues whose copies were not compared with their sources after the last change
 * @param drifted rows that digests have found wrong since services were last started
 * @param dead messages that were given up, likewise
 */
public record SoakReport(
        long seed,
        long seconds,
        List<Killed> kills,
        long done,
        long refused,
        long published,
        long unsent,
        List<String> lost,
        List<String> differences,
        List<String> unproved,
        long drifted,
        long dead) {

    public SoakReport {
        kills = List.copyOf(kills);
        lost = List.copyOf(lost);
        differences = List.copyOf(differences);
        unproved = List.copyOf(unproved);
    }

    /** A part that was killed, and how long it took until everything was ready again. */
    public record Killed(String component, long recoveryMillis) {}

    /** Whether what was committed was published, and what was published applied. */
    public boolean balances() {
        return unsent == 0
                && lost.isEmpty()
                && differences.isEmpty()
                && unproved.isEmpty()
                && drifted == 0
                && dead == 0;
    }

    /** For people. */
    public String text() {
        long slowest = kills.stream().mapToLong(Killed::recoveryMillis).max().orElse(0);
        return """
                seed %d, %d s: %s
                killed      %d times (%s), recovered within %.1f s
                requests    %d done, %d refused
                events      %d published, %d not sent, %d lost
                copies      %d differences, %d not compared, %d rows drifted, %d dead letters
                """.formatted(
                                seed,
                                seconds,
                                balances() ? "the books balance" : "THE BOOKS DO NOT BALANCE",
                                kills.size(),
                                kills.stream().map(Killed::component).collect(joining(", ")),
                                slowest / 1000.0,
                                done,
                                refused,
                                published,
                                unsent,
                                lost.size(),
                                differences.size(),
                                unproved.size(),
                                drifted,
                                dead)
                + Stream.of(lost, differences, unproved)
                        .flatMap(List::stream)
                        .limit(20)
                        .map(what -> "  " + what + "\n")
                        .collect(joining());
    }
}
