package com.smartfitness.search.preference;

import java.util.List;
import java.util.stream.Stream;

/** Matches that wait to be told, one a branch, so that a busy day becomes one notification that can be read. */
final class Waiting {

    private static final int BRANCHES = 20;
    private static final int WORDS = 10;

    private Waiting() {}

    /** The newest first. */
    static List<Match> with(List<Match> waiting, Match match) {
        List<String> words = Stream.concat(
                        match.keywords().stream(),
                        waiting.stream()
                                .filter(one -> one.branchId().equals(match.branchId()))
                                .flatMap(one -> one.keywords().stream()))
                .distinct()
                .limit(WORDS)
                .toList();
        return Stream.concat(
                        Stream.of(new Match(match.branchId(), match.number(), match.origin(), words)),
                        waiting.stream().filter(one -> !one.branchId().equals(match.branchId())))
                .limit(BRANCHES)
                .toList();
    }
}
