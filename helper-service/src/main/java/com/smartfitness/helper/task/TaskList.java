package com.smartfitness.helper.task;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.Role;
import com.smartfitness.helper.replica.BranchId;
import com.smartfitness.helper.replica.KnownBranches;
import com.smartfitness.helper.replica.KnownUsers;
import com.smartfitness.helper.replica.UserId;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whose tasks a caller may see: a helper own ones, an owner those of own branches, an operator all. */
@Repository
class TaskList {

    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final KnownUsers users;
    private final KnownBranches branches;

    TaskList(JdbcClient jdbc, Tasks tasks, KnownUsers users, KnownBranches branches) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.users = users;
        this.branches = branches;
    }

    /** Newest first. A filter that is absent lets all pass. */
    Page<Task> page(
            Caller caller, @Nullable BranchId branch, @Nullable TaskStatus status, int limit, @Nullable String cursor) {
        Cursor from = Cursor.newestFirst(cursor);
        var rows = jdbc.sql("select %s from task where %s".formatted(TaskRow.COLUMNS, visibleTo(caller.role())) + """
                 and (:branch::text is null or branch_id = :branch)
                 and (:status::text is null or status = :status)
                 and (submitted_at, task_id) < (:at, :id)
                order by submitted_at desc, task_id desc limit :limit
                """)
                .param("caller", known(caller).value())
                .param("branch", branch == null ? null : branch.value())
                .param("status", status == null ? null : status.name())
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("limit", limit + 1)
                .query(TaskRow::read)
                .list();
        return Page.of(
                rows, limit, last -> new Cursor(last.submittedAt(), last.id().value()).text());
    }

    /**
     * One task.
     *
     * @throws TaskNotFoundException also where the caller may not see it
     */
    Task get(Caller caller, TaskId id) {
        UserId user = known(caller);
        return tasks.find(id)
                .filter(task -> switch (caller.role()) {
                    case HELPER -> task.helper().equals(user);
                    case BRANCH_OWNER -> branches.isOwner(user, task.branch());
                    case OPERATOR -> true;
                    case CUSTOMER -> false;
                })
                .orElseThrow(() -> TaskNotFoundException.forId(id));
    }

    private static String visibleTo(Role role) {
        return switch (role) {
            case HELPER -> "helper_id = :caller";
            case BRANCH_OWNER ->
                "branch_id = any (array(select known.branch_id from known_branch known where owner_id = :caller))";
            case OPERATOR -> ":caller <> ''";
            case CUSTOMER -> ":caller = ''";
        };
    }

    /** Operators need no account here: what they may see depends on their role alone. */
    private UserId known(Caller caller) {
        return caller.role() == Role.OPERATOR
                ? new UserId(caller.userId())
                : users.require(caller).id();
    }
}
