package com.smartfitness.branchowner.task;

import com.smartfitness.branchowner.branch.BranchId;
import com.smartfitness.defaults.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads replicated tasks with their helpers' names. */
@Repository
class TaskRepository {

    private final JdbcClient database;

    TaskRepository(JdbcClient database) {
        this.database = database;
    }

    List<TaskView> newestFirst(BranchId branch, @Nullable TaskStatus status, Cursor after, int limit) {
        String ofStatus = status == null ? "" : "and task.status = :status";
        JdbcClient.StatementSpec query = database.sql("""
                        select task.*, helper.alias as helper_alias
                        from known_task task left join known_user helper on helper.user_id = task.helper_id
                        where task.branch_id = :branch and (task.listed_at, task.task_id) < (:at, :id) %s
                        order by task.listed_at desc, task.task_id desc limit :limit
                        """.formatted(ofStatus))
                .param("branch", branch.value())
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("limit", limit);
        return (status == null ? query : query.param("status", status.name()))
                .query(TaskRepository::task)
                .list();
    }

    private static TaskView task(ResultSet row, int number) throws SQLException {
        return new TaskView(
                row.getString("task_id"),
                TaskStatus.valueOf(row.getString("status")),
                row.getString("helper_id"),
                row.getString("helper_alias"),
                instant(row, "submitted_at"),
                row.getString("ai_result"),
                row.getObject("confidence", Double.class),
                row.getString("model_version"),
                instant(row, "judged_at"),
                row.getString("corrected_result"),
                row.getString("correction_reason"),
                row.getString("confirmed_by"),
                instant(row, "confirmed_at"),
                row.getObject("listed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
