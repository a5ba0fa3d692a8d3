package com.smartfitness.mlops.training;

import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.face.FaceProperties;
import com.smartfitness.mlops.face.FaceScores;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins trainings that nobody asks for: each night where there is something new, and once there are many corrections. */
@Component
class TrainingTriggers {

    private static final Logger log = LoggerFactory.getLogger(TrainingTriggers.class);

    /** A service that is started later waits for the next night. */
    private static final Duration NIGHT = Duration.ofHours(1);

    /** What can be learnt from and was not there when the last snapshot was taken. */
    private static final String NEW_SAMPLES = """
            select count(*) from training_task t join sample_photo p using (task_id) join sample_picture s using (sha256)
            where t.corrected_result is not null and p.state = 'FETCHED' and s.features is not null
              and s.made_at > coalesce(
                  (select max(created_at) from dataset_snapshot where model_type = 'LAUNDRY'), '-infinity')
            """;

    private static final String CORRECTED = " and t.corrected_result is distinct from t.ai_result";

    private final JdbcClient jdbc;
    private final TrainingRuns runs;
    private final FaceScores scores;
    private final FaceProperties faces;
    private final TrainingProperties properties;
    private final Clock clock;

    TrainingTriggers(
            JdbcClient jdbc,
            TrainingRuns runs,
            FaceScores scores,
            FaceProperties faces,
            TrainingProperties properties,
            Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.scores = scores;
        this.faces = faces;
        this.properties = properties;
        this.clock = clock;
    }

    void look() {
        lookAtFaces();
        if (isUnderWay(ModelType.LAUNDRY)) {
            return;
        }
        if (count(NEW_SAMPLES + CORRECTED) >= properties.corrections()) {
            begin(ModelType.LAUNDRY, TrainingCause.CORRECTIONS);
        } else if (isNightOf(ModelType.LAUNDRY) && count(NEW_SAMPLES) > 0) {
            begin(ModelType.LAUNDRY, TrainingCause.NIGHTLY);
        }
    }

    private void lookAtFaces() {
        if (isNightOf(ModelType.FACE) && !isUnderWay(ModelType.FACE)) {
            scores.forgetBefore(faces.keep());
            if (scores.arrivedSince(clock.instant().minus(Duration.ofDays(1))) > 0) {
                begin(ModelType.FACE, TrainingCause.NIGHTLY);
            }
        }
    }

    private void begin(ModelType type, TrainingCause cause) {
        try {
            runs.ask(type, cause, null);
        } catch (TrainingRefusedException meanwhile) {
            log.debug("Another instance was first", meanwhile);
        }
    }

    /** Whether it is night, and this type has not been trained in it. */
    private boolean isNightOf(ModelType type) {
        Instant now = clock.instant();
        ZonedDateTime there = now.atZone(properties.zone());
        Instant due = there.toLocalDate()
                .atTime(properties.nightlyAt())
                .atZone(properties.zone())
                .toInstant();
        return !now.isBefore(due)
                && now.isBefore(due.plus(NIGHT))
                && jdbc.sql("select not exists (select from training_run where model_type = ? and created_at >= ?)")
                        .params(type.name(), Timestamp.from(due))
                        .query(Boolean.class)
                        .single();
    }

    private boolean isUnderWay(ModelType type) {
        return jdbc.sql("select exists (select from training_run where model_type = ? and ended_at is null)")
                .param(type.name())
                .query(Boolean.class)
                .single();
    }

    private long count(String samples) {
        return jdbc.sql(samples).query(Long.class).single();
    }
}
