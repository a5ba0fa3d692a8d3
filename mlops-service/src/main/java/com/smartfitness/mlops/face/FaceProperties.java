package com.smartfitness.mlops.face;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is wanted of the rule that opens gates to faces.
 *
 * @param threshold of access-service before a rule is deployed
 * @param margin likewise
 * @param models rules of access-service for face models whose similarities mean something else
 * @param falseMatchRate share of strangers that may be taken for somebody enrolled, whoever that is
 * @param mostAmbiguous share of the recognised that may be turned away because another is too alike
 * @param mostLost share of the recognised that a new rule may turn away altogether
 * @param leastEntries in which somebody was recognised, without which nothing is fitted
 * @param leastAlike of them, in which a second person came near the threshold
 * @param leastChange of threshold or margin that is worth a deployment
 * @param keep scores for so long
 */
@Validated
@ConfigurationProperties("faces")
public record FaceProperties(
        @DefaultValue("0.5") double threshold,
        @DefaultValue("0.05") double margin,
        @DefaultValue Map<String, FaceRule> models,

        @DefaultValue("0.0001") @DecimalMin("0.000001") @DecimalMax("0.01") double falseMatchRate,

        @DefaultValue("0.002") @DecimalMin("0") @DecimalMax("0.1") double mostAmbiguous,

        @DefaultValue("0.02") @DecimalMin("0") @DecimalMax("0.5") double mostLost,

        @DefaultValue("1000") @Min(100) int leastEntries,
        @DefaultValue("50") @Min(10) int leastAlike,
        @DefaultValue("0.005") double leastChange,
        @DefaultValue("90d") Duration keep) {

    /** As access-service is configured for a face model. */
    public FaceRule configured(String model) {
        return models.getOrDefault(model, new FaceRule(threshold, margin));
    }
}
