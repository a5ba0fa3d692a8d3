package com.smartfitness.helper.task;

import com.smartfitness.events.Judgement;
import com.smartfitness.helper.replica.BranchId;
import com.smartfitness.helper.replica.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a task lies in its table. */
final class TaskRow {

    static final String COLUMNS = """
            task_id, helper_id, branch_id, photo_key, photo_type, photo_sha256, submitted_at, ai_result, confidence,
            model_version, judged_at, corrected_result, correction_reason, confirmed_by, confirmed_at
            """;

    private TaskRow() {}

    static Task read(ResultSet row, int number) throws SQLException {
        return new Task(
                new TaskId(row.getString("task_id")),
                new UserId(row.getString("helper_id")),
                new BranchId(row.getString("branch_id")),
                new TaskPhoto(row.getString("photo_key"), row.getString("photo_type"), row.getString("photo_sha256")),
                row.getTimestamp("submitted_at").toInstant(),
                opinion(row),
                confirmation(row));
    }

    static Map<String, @Nullable Object> parameters(Task task) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", task.id().value());
        values.put("helper", task.helper().value());
        values.put("branch", task.branch().value());
        values.put("status", task.status().name());
        values.put("photoKey", task.photo().key());
        values.put("photoType", task.photo().mediaType());
        values.put("photoSha256", task.photo().sha256());
        values.put("submittedAt", Timestamp.from(task.submittedAt()));
        Opinion opinion = task.opinion();
        if (opinion != null) {
            values.put("aiResult", opinion.result().name());
            values.put("confidence", opinion.confidence());
            values.put("modelVersion", opinion.modelVersion());
            values.put("judgedAt", Timestamp.from(opinion.at()));
        }
        Confirmation confirmation = task.confirmation();
        values.put(
                "verdict", confirmation == null ? null : confirmation.verdict().name());
        values.put("reason", confirmation == null ? null : confirmation.reason());
        values.put(
                "confirmedBy", confirmation == null ? null : confirmation.by().value());
        values.put("confirmedAt", confirmation == null ? null : Timestamp.from(confirmation.at()));
        return values;
    }

    private static @Nullable Opinion opinion(ResultSet row) throws SQLException {
        String result = row.getString("ai_result");
        return result == null
                ? null
                : new Opinion(
                        Judgement.valueOf(result),
                        row.getDouble("confidence"),
                        row.getString("model_version"),
                        row.getTimestamp("judged_at").toInstant());
    }

    private static @Nullable Confirmation confirmation(ResultSet row) throws SQLException {
        String verdict = row.getString("corrected_result");
        return verdict == null
                ? null
                : new Confirmation(
                        Verdict.valueOf(verdict),
                        row.getString("correction_reason"),
                        new UserId(row.getString("confirmed_by")),
                        row.getTimestamp("confirmed_at").toInstant());
    }
}
