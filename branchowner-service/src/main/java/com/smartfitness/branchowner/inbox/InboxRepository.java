package com.smartfitness.branchowner.inbox;

import com.smartfitness.branchowner.replica.UserId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Inboxes in PostgreSQL, which writes them itself: see the triggers of {@code V2__inbox.sql}. What becomes visible later
 * has a higher id, so whoever remembers the highest that was seen misses nothing.
 */
@Repository
public class InboxRepository {

    private static final String ENTRIES = """
            select entry.*, branch.name as branch_name,
                   task.status, task.ai_result, task.confidence, task.corrected_result, helper.alias as helper_alias,
                   review.rating, review.text,
                   fault.equipment_id, fault.equipment_name, fault.equipment_type, fault.fault_type, fault.description,
                   fault.detected_at, fault.recovered_at
            from inbox_entry entry join branch using (branch_id)
            left join known_task task on kind in ('TASK_WAITING', 'TASK_CONFIRMED') and task.task_id = subject_id
            left join known_user helper on helper.user_id = task.helper_id
            left join known_review review on kind = 'REVIEW' and review.review_id = subject_id
            left join known_fault fault on kind in ('FAULT', 'RECOVERY') and fault.fault_id = subject_id
            where entry.owner_id = :owner
            """;

    private final JdbcClient database;

    InboxRepository(JdbcClient database) {
        this.database = database;
    }

    List<Entry> newestFirst(UserId owner, EntryFilter filter, long before, int limit) {
        return database.sql(ENTRIES + """
                        and entry_id < :before
                        and (cardinality(:kinds) = 0 or kind = any (:kinds))
                        and (not :unreadOnly or read_at is null)
                        and (cast(:branch as text) is null or entry.branch_id = :branch)
                        order by entry_id desc limit :limit
                        """)
                .param("owner", owner.value())
                .param("before", before)
                .param("kinds", new SqlArrayValue("text", (Object[]) filter.kindNames()))
                .param("unreadOnly", filter.unreadOnly())
                .param("branch", filter.branchId())
                .param("limit", limit)
                .query(EntryRow::entry)
                .list();
    }

    /** What has been told since, in the order in which it was. */
    public List<Entry> after(UserId owner, long entryId, int limit) {
        return database.sql(ENTRIES + " and entry_id > :after order by entry_id limit :limit")
                .param("owner", owner.value())
                .param("after", entryId)
                .param("limit", limit)
                .query(EntryRow::entry)
                .list();
    }

    /** The entry that was told last, 0 if there is none. */
    public long last(UserId owner) {
        return database.sql("select coalesce(max(entry_id), 0) from inbox_entry where owner_id = ?")
                .param(owner.value())
                .query(Long.class)
                .single();
    }

    /** How much is unread now. */
    public UnreadCounts unread(UserId owner) {
        Map<EntryKind, Integer> counts = new EnumMap<>(EntryKind.class);
        for (EntryKind kind : EntryKind.values()) {
            counts.put(kind, 0);
        }
        database.sql("""
                        select kind, count(*) as unread from inbox_entry
                        where owner_id = ? and read_at is null group by kind
                        """).param(owner.value()).query(row -> {
            counts.put(EntryKind.valueOf(row.getString("kind")), row.getInt("unread"));
        });
        return UnreadCounts.of(counts);
    }

    /** Marks one entry read, and returns whether it is the owner's. Again changes nothing. */
    boolean markRead(UserId owner, long entryId) {
        int marked = database.sql(
                        "update inbox_entry set read_at = now() where entry_id = ? and owner_id = ? and read_at is null")
                .params(entryId, owner.value())
                .update();
        return marked == 1 || exists(owner, entryId);
    }

    /** Marks everything of a kind, or of all, read up to an entry; returns how many were unread. */
    int markReadUpTo(UserId owner, long entryId, @Nullable EntryKind kind) {
        return database.sql("""
                        update inbox_entry set read_at = now()
                        where owner_id = :owner and entry_id <= :upTo and read_at is null
                          and (cast(:kind as text) is null or kind = :kind)
                        """)
                .param("owner", owner.value())
                .param("upTo", entryId)
                .param("kind", kind == null ? null : kind.name())
                .update();
    }

    private boolean exists(UserId owner, long entryId) {
        return database.sql("select exists (select from inbox_entry where entry_id = ? and owner_id = ?)")
                .params(entryId, owner.value())
                .query(Boolean.class)
                .single();
    }
}
