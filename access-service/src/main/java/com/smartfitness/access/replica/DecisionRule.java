package com.smartfitness.access.replica;

import com.smartfitness.access.replica.RuleReplica.RuleRow;
import com.smartfitness.events.DescriptorModel;
import com.smartfitness.events.ModelType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What mlops-service has deployed of faces: when a match counts, and by which model. Until then what is configured. */
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

    /** The rule that was deployed last, if it is for this face model; else what the model came with; else the configured one. */
    public Rule of(String model) {
        Optional<RuleRow> deployed = deployed();
        Rule own = ofItsOwn(model, deployed);
        Rule usual = own == null ? new Rule(configured.threshold(), configured.margin()) : own;
        return deployed.filter(row ->
                        row.faceModel() == null ? own == null : row.faceModel().equals(model))
                .map(row -> new Rule(row.threshold(), row.margin() == null ? usual.margin() : row.margin()))
                .orElse(usual);
    }

    /** The model that is to make templates of photos; none where the configured one is. */
    public Optional<DescriptorModel> descriptor() {
        return deployed().map(RuleRow::descriptor);
    }

    private @Nullable Rule ofItsOwn(String model, Optional<RuleRow> deployed) {
        return deployed.map(RuleRow::descriptor)
                .filter(descriptor -> descriptor.version().equals(model))
                .map(descriptor -> new Rule(descriptor.threshold(), descriptor.margin()))
                .orElse(configured.models().get(model));
    }

    private Optional<RuleRow> deployed() {
        return replicas.row(RuleReplica.TABLE, RuleRow.class, ModelType.FACE.name());
    }
}
