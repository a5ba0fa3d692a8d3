package com.smartfitness.mlops.training;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.ModelType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The runs. At most one of a type is not over, and at most one process at a time has the lease of it. */
@Repository
class TrainingRuns {

    private static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TrainingRuns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A new run, which waits for its turn.
     *
     * @throws TrainingRefusedException where one of its type is not over
     */
    TrainingRun ask(ModelType type, TrainingCause cause, @Nullable String askedBy) {
        String id = "R-" + UUID.randomUUID();
        try {
            jdbc.sql("""
                    insert into training_run (run_id, model_type, cause, asked_by, status)
                    values (:run, :type, :cause, :by, 'QUEUED')
                    """)
                    .param("run", id)
                    .param("type", type.name())
                    .param("cause", cause.name())
                    .param("by", askedBy)
                    .update();
        } catch (DuplicateKeyException running) {
            throw TrainingRefusedException.underWay(type);
        }
        return find(id).orElseThrow();
    }

    /** Takes up a run that waits, or one whose process is gone. */
    Optional<TrainingRun> claim(String process, Duration lease) {
        return jdbc.sql("""
                update training_run
                set status = 'RUNNING', attempts = attempts + 1, lease_of = :process,
                    lease_until = now() + :lease * interval '1 millisecond',
                    started_at = coalesce(started_at, now()), stage = null, percent = 0
                where run_id = (
                    select run_id from training_run where ended_at is null and not cancelled and lease_until <= now()
                    order by created_at limit 1 for update skip locked)
                returning *
                """)
                .param("process", process)
                .param("lease", lease.toMillis())
                .query((row, _) -> run(row))
                .optional();
    }

    /** Tells how far the run has come and renews the lease; false where it is not this process's any more. */
    boolean progress(String runId, String process, Duration lease, TrainingStage stage, int percent) {
        return jdbc.sql("""
                update training_run
                set stage = :stage, percent = greatest(percent, :percent),
                    lease_until = now() + :lease * interval '1 millisecond'
                where run_id = :run and lease_of = :process and ended_at is null and not cancelled
                """)
                        .param("stage", stage.name())
                        .param("percent", percent)
                        .param("lease", lease.toMillis())
                        .param("run", runId)
                        .param("process", process)
                        .update()
                == 1;
    }

    void setSnapshot(String runId, String snapshotId) {
        jdbc.sql("update training_run set snapshot_id = ? where run_id = ?")
                .params(snapshotId, runId)
                .update();
    }

    /**
     * Ends the run with what it came to, in the running transaction.
     *
     * @return false where it was cancelled, or taken up by another process, before: then nothing must come of it
     */
    boolean finish(String runId, String process, TrainingOutcome outcome) {
        return jdbc.sql("""
                update training_run
                set status = :status, ended_at = now(), reason = :reason, version = :version,
                    percent = case when :status in ('DEPLOYED', 'KEPT') then 100 else percent end,
                    metrics = :metrics::jsonb, compared_with = :comparedWith, compared = :compared::jsonb
                where run_id = :run and lease_of = :process and ended_at is null and not cancelled
                """)
                        .param("status", outcome.status().name())
                        .param("reason", outcome.reason())
                        .param("version", outcome.version())
                        .param("metrics", text(outcome.metrics()))
                        .param("comparedWith", outcome.comparedWith())
                        .param("compared", text(outcome.compared()))
                        .param("run", runId)
                        .param("process", process)
                        .update()
                == 1;
    }

    /** Leaves the run to whoever comes next, after a pause. */
    void release(String runId, String process, Duration pause) {
        jdbc.sql("""
                update training_run set lease_until = now() + ? * interval '1 millisecond'
                where run_id = ? and lease_of = ? and ended_at is null
                """).params(pause.toMillis(), runId, process).update();
    }

    /**
     * Cancels it: at once where nobody is at it, else as soon as whoever is notices.
     *
     * @throws TrainingRefusedException where it is over
     */
    void cancel(String runId) {
        int waiting = jdbc.sql("""
                update training_run set cancelled = true,
                       status = case when status = 'QUEUED' or lease_until <= now() then 'CANCELLED' else status end,
                       ended_at = case when status = 'QUEUED' or lease_until <= now() then now() end
                where run_id = ? and ended_at is null
                """).param(runId).update();
        if (waiting == 0) {
            throw TrainingRefusedException.over(runId);
        }
    }

    /** Ends what was cancelled while this process, or one that is gone, was at it. */
    void endCancelled(String process) {
        jdbc.sql("""
                update training_run set status = 'CANCELLED', ended_at = now()
                where cancelled and ended_at is null and (lease_of = ? or lease_until <= now())
                """).param(process).update();
    }

    Optional<TrainingRun> find(String runId) {
        return jdbc.sql("select * from training_run where run_id = ?")
                .param(runId)
                .query((row, _) -> run(row))
                .optional();
    }

    /** The newest first. */
    Page<TrainingRun> page(int limit, Cursor from) {
        List<TrainingRun> rows = jdbc.sql("""
                select * from training_run where (created_at, run_id) < (:at, :id)
                order by created_at desc, run_id desc limit :limit
                """)
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("limit", limit + 1)
                .query((row, _) -> run(row))
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.createdAt(), last.runId()).text());
    }

    private TrainingRun run(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        return new TrainingRun(
                row.getString("run_id"),
                ModelType.valueOf(row.getString("model_type")),
                TrainingCause.valueOf(row.getString("cause")),
                row.getString("asked_by"),
                TrainingStatus.valueOf(row.getString("status")),
                stage == null ? null : TrainingStage.valueOf(stage),
                row.getInt("percent"),
                row.getString("reason"),
                row.getString("snapshot_id"),
                row.getString("version"),
                metrics(row.getString("metrics")),
                row.getString("compared_with"),
                metrics(row.getString("compared")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("ended_at")),
                row.getInt("attempts"));
    }

    private @Nullable Map<String, Double> metrics(@Nullable String text) {
        return text == null ? null : json.readValue(text, METRICS);
    }

    private @Nullable String text(@Nullable Map<String, Double> metrics) {
        return metrics == null ? null : json.writeValueAsString(metrics);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
