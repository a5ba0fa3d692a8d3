package com.smartfitness.branchowner.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A row of {@link InboxRepository} as an entry. */
final class EntryRow {

    private EntryRow() {}

    static Entry entry(ResultSet row, int number) throws SQLException {
        EntryKind kind = EntryKind.valueOf(row.getString("kind"));
        String subject = row.getString("subject_id");
        boolean ofTask = kind == EntryKind.TASK_WAITING || kind == EntryKind.TASK_CONFIRMED;
        boolean ofFault = kind == EntryKind.FAULT || kind == EntryKind.RECOVERY;
        return new Entry(
                row.getLong("entry_id"),
                kind,
                row.getString("branch_id"),
                row.getString("branch_name"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                instant(row, "read_at"),
                ofTask ? task(row, subject) : null,
                kind == EntryKind.REVIEW
                        ? new Entry.Review(subject, row.getInt("rating"), row.getString("text"))
                        : null,
                ofFault ? fault(row, subject) : null);
    }

    private static Entry.Task task(ResultSet row, String taskId) throws SQLException {
        return new Entry.Task(
                taskId,
                row.getString("status"),
                row.getString("helper_alias"),
                row.getString("ai_result"),
                row.getObject("confidence", Double.class),
                row.getString("corrected_result"));
    }

    private static Entry.Fault fault(ResultSet row, String faultId) throws SQLException {
        return new Entry.Fault(
                faultId,
                row.getString("equipment_id"),
                row.getString("equipment_name"),
                row.getString("equipment_type"),
                row.getString("fault_type"),
                row.getString("description"),
                row.getObject("detected_at", OffsetDateTime.class).toInstant(),
                instant(row, "recovered_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
