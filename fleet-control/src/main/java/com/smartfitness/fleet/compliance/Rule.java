package com.smartfitness.fleet.compliance;

import java.util.List;

/**
 * A rule of data governance and what it rests on.
 *
 * @param figure the evidence in numbers
 * @param violations what speaks against it, each in a sentence
 */
public record Rule(String id, String demand, String figure, Verdict verdict, List<String> violations) {

    public Rule {
        violations = List.copyOf(violations);
    }

    static Rule of(String id, String demand, String figure, List<String> violations) {
        return new Rule(id, demand, figure, violations.isEmpty() ? Verdict.HOLDS : Verdict.VIOLATED, violations);
    }

    static Rule notShown(String id, String demand, String figure) {
        return new Rule(id, demand, figure, Verdict.NOT_SHOWN, List.of());
    }
}
