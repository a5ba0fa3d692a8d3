package com.smartfitness.access.replica;

import com.smartfitness.access.replica.DecisionRule.Rule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rule before one has been deployed.
 *
 * @param threshold similarity that the best match must reach, as a cosine
 * @param margin how far it must be ahead of the second
 * @param models rules of face models whose similarities mean something else
 */
@Validated
@ConfigurationProperties("faces.rule")
record RuleProperties(
        @DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1") double threshold,

        @DefaultValue("0.05") @DecimalMin("0") @DecimalMax("1") double margin,

        @DefaultValue Map<String, @Valid Rule> models) {}
