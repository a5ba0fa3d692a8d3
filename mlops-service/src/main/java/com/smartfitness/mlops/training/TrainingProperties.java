package com.smartfitness.mlops.training;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When models are trained, and which are put to use.
 *
 * @param nightlyAt when what is new is learnt from each night
 * @param zone in which that is
 * @param corrections new ones after which it is not waited for the night
 * @param threshold probability below which an answer of the models made counts as unclear
 * @param leastAccuracy on held-out photos, below which no model is deployed
 * @param classMargin by how much recall of a label may be lower than that of the model in use
 * @param leastHeldOut photos of each label that must be held out for a model to be verified
 * @param look how often it is looked for something to do
 * @param lease how long a run is left alone whose process has died without a word
 * @param attempts after which a run that breaks off has failed
 * @param jvm options of the training process
 * @param givesWay whether that process takes only what nothing else wants of the processors; on a busy machine it may then
 *     take for ever
 * @param workDirectory for what is handed to it; the system's directory for temporary files where absent
 */
@Validated
@ConfigurationProperties("training")
record TrainingProperties(
        @DefaultValue("03:00") LocalTime nightlyAt,
        @DefaultValue("Asia/Seoul") ZoneId zone,
        @DefaultValue("100") @Min(1) int corrections,

        @DefaultValue("0.7") @DecimalMin("0.5") @DecimalMax("1") double threshold,

        @DefaultValue("0.8") @DecimalMin("0") @DecimalMax("1") double leastAccuracy,

        @DefaultValue("0.02") @DecimalMin("0") @DecimalMax("1") double classMargin,

        @DefaultValue("20") @Min(1) int leastHeldOut,
        @DefaultValue("1s") Duration look,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("3") @Min(1) int attempts,
        @DefaultValue({"-Xmx512m", "-XX:+UseSerialGC"}) List<String> jvm,
        @DefaultValue("true") boolean givesWay,
        @Nullable Path workDirectory) {

    Path directory() {
        return workDirectory == null ? Path.of(System.getProperty("java.io.tmpdir")) : workDirectory;
    }
}
