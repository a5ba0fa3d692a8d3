package com.smartfitness.fleet.compliance;

import java.time.Instant;
import java.util.List;

/** What an inspection has found, with all its evidence. */
public record Finding(
        Instant at,
        List<Holding> holdings,
        List<Rule> rules,
        List<Connection> connections,
        List<Attempt> attempts,
        List<Feed> feeds) {

    public Finding {
        holdings = List.copyOf(holdings);
        rules = List.copyOf(rules);
        connections = List.copyOf(connections);
        attempts = List.copyOf(attempts);
        feeds = List.copyOf(feeds);
    }

    /** Whether nothing speaks against a rule. */
    public boolean holds() {
        return rules.stream().noneMatch(rule -> rule.verdict() == Verdict.VIOLATED);
    }
}
