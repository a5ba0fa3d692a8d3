package com.smartfitness.access.replica;

import com.smartfitness.access.replica.RuleReplica.RuleRow;
import com.smartfitness.events.ModelType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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

    /**
     * What counts for templates of one face model.
     *
     * @param threshold similarity that the best match must reach to be the same person
     * @param margin how far it must be ahead of the second so that it cannot be the other
     */
    public record Rule(
            @DecimalMin("0") @DecimalMax("1") double threshold,
            @DecimalMin("0") @DecimalMax("1") double margin) {

        /** Whoever is no more similar than this makes no difference: no match, and no second that is too close to one. */
        public double floor() {
            return threshold - margin - ROUNDING;
        }

        /** Whether the best match is similar enough to be the same person. */
        public boolean isMatch(double similarity) {
            return similarity >= threshold;
        }

        /** Whether the best match is so far ahead of the second that it cannot be the other. */
        public boolean isClear(double ahead) {
            return ahead >= margin;
        }
    }

    /** The rule that was deployed last, if it is for this face model; else the configured one. */
    public Rule of(String model) {
        Rule own = configured.models().get(model);
        Rule usual = own == null ? new Rule(configured.threshold(), configured.margin()) : own;
        return replicas.row(RuleReplica.TABLE, RuleRow.class, ModelType.FACE.name())
                .filter(row ->
                        row.faceModel() == null ? own == null : row.faceModel().equals(model))
                .map(row -> new Rule(row.threshold(), row.margin() == null ? usual.margin() : row.margin()))
                .orElse(usual);
    }
}
