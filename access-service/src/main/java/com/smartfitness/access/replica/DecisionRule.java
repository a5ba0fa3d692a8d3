package com.smartfitness.access.replica;

import com.smartfitness.access.replica.RuleReplica.RuleRow;
import com.smartfitness.events.ModelType;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a match counts: as mlops-service has deployed it, until then as configured. */
@Component
public class DecisionRule {

    /** Far above what differences of such numbers are rounded by. */
    private static final double ROUNDING = 1e-6;

    private final RecentRows replicas;
    private final RuleProperties configured;

    DecisionRule(RecentRows replicas, RuleProperties configured) {
        this.replicas = replicas;
        this.configured = configured;
    }

    /** Whoever is no more similar than this makes no difference: no match, and no second that is too close to one. */
    public double floor() {
        return threshold() - margin() - ROUNDING;
    }

    /** Whether the best match is similar enough to be the same person. */
    public boolean isMatch(double similarity) {
        return similarity >= threshold();
    }

    /** Whether the best match is so far ahead of the second that it cannot be the other. */
    public boolean isClear(double margin) {
        return margin >= margin();
    }

    private double threshold() {
        return deployed().map(RuleRow::threshold).orElse(configured.threshold());
    }

    private double margin() {
        return deployed().map(RuleRow::margin).orElse(configured.margin());
    }

    private Optional<RuleRow> deployed() {
        return replicas.row(RuleReplica.TABLE, RuleRow.class, ModelType.FACE.name());
    }
}
