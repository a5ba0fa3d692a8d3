package com.smartfitness.fleet.compliance;

import java.util.List;

/**
 * A rule of data governance and what it rests on.
 *
 * @param figure the evidence in numbers
 * @param violations what speaks against it, each in a sentence
 */
public record Rule(String id, String demand, String figure, List<String> violations) {

    public Rule {
        violations = List.copyOf(violations);
    }

    public boolean holds() {
        return violations.isEmpty();
    }
}
