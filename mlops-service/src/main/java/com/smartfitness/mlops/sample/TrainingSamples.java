package com.smartfitness.mlops.sample;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what there is to learn from. */
@Repository
class TrainingSamples {

    /** The replica of the tasks says what its owner says, so what an erased helper has left there is not shown. */
    private static final String SAMPLES = """
            select t.*, case when not exists (
                       select from replication.replica_version erased
                       where erased.replica = 'mlops.users' and erased.id = t.helper_id and not erased.present)
                   then t.helper_id end as shown_helper_id, b.name as branch_name, h.alias as helper_alias,
                   p.arrived_at, p.state, p.reason, p.object_key, p.sha256, p.size, p.content_type, p.fetched_at
            from training_task t join sample_photo p using (task_id)
            left join known_branch b using (branch_id)
            left join known_helper h on h.user_id = t.helper_id
            where t.corrected_result is not null
            """;

    private final JdbcClient jdbc;

    TrainingSamples(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the order in which they arrived, the newest first; the times that events name are others' to choose. */
    Page<TrainingSample> page(int limit, Cursor from, @Nullable String branchId, @Nullable PhotoState photo) {
        List<TrainingSample> rows = jdbc.sql(SAMPLES + """
                  and (p.arrived_at, p.task_id) < (:at, :id)
                  and (:branchId::text is null or t.branch_id = :branchId)
                  and (:state::text is null or p.state = :state)
                order by p.arrived_at desc, p.task_id desc limit :limit
                """)
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("branchId", branchId)
                .param("state", photo == null ? null : photo.name())
                .param("limit", limit + 1)
                .query((row, _) -> sample(row))
                .list();
        return Page.of(rows, limit, sample -> new Cursor(sample.arrivedAt(), sample.taskId()).text());
    }

    Optional<TrainingSample> find(String taskId) {
        return jdbc.sql(SAMPLES + " and t.task_id = :taskId")
                .param("taskId", taskId)
                .query((row, _) -> sample(row))
                .optional();
    }

    /** The key of the sample's copy of its photo; empty where there is none yet. */
    Optional<String> photoKey(String taskId) {
        return jdbc.sql("select object_key from sample_photo where task_id = :taskId and state = 'FETCHED'")
                .param("taskId", taskId)
                .query(String.class)
                .optional();
    }

    private static TrainingSample sample(ResultSet row) throws SQLException {
        String taskId = row.getString("task_id");
        String aiResult = row.getString("ai_result");
        String correctedResult = row.getString("corrected_result");
        PhotoState photo = PhotoState.valueOf(row.getString("state"));
        return new TrainingSample(
                taskId,
                row.getString("branch_id"),
                row.getString("branch_name"),
                row.getString("shown_helper_id"),
                row.getString("helper_alias"),
                aiResult,
                row.getObject("confidence", Double.class),
                row.getString("model_version"),
                correctedResult,
                !correctedResult.equals(aiResult),
                row.getString("correction_reason"),
                row.getString("confirmed_by"),
                instant(row, "submitted_at"),
                instant(row, "confirmed_at"),
                row.getTimestamp("arrived_at").toInstant(),
                photo,
                row.getString("reason"),
                photo == PhotoState.FETCHED ? TrainingSampleController.PATH + "/" + taskId + "/photo" : null,
                row.getString("sha256"),
                row.getObject("size", Long.class),
                row.getString("content_type"),
                instant(row, "fetched_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
