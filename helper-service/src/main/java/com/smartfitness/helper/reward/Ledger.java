package com.smartfitness.helper.reward;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.RewardCreditedEvent;
import com.smartfitness.helper.replica.UserId;
import com.smartfitness.helper.task.TaskId;
import com.smartfitness.replication.EventPublisher;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What helpers have earned. Entries are added and never changed, one a task; a balance is nothing but their sum. */
@Repository
public class Ledger {

    private final JdbcClient jdbc;
    private final EventPublisher events;
    private final RewardProperties rewards;

    Ledger(JdbcClient jdbc, EventPublisher events, RewardProperties rewards) {
        this.jdbc = jdbc;
        this.events = events;
        this.rewards = rewards;
    }

    /** Credits the helper for a task in the running transaction, which fails where the task has been paid before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void credit(UserId helper, TaskId task, Instant at) {
        // One credit of a helper at a time: the balance that is told is the one right after this entry.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(helper.value())
                .query()
                .singleRow();
        jdbc.sql("insert into ledger_entry (task_id, helper_id, amount, currency, credited_at) values (?, ?, ?, ?, ?)")
                .params(task.value(), helper.value(), rewards.amount(), rewards.currency(), Timestamp.from(at))
                .update();
        Balance balance = balance(helper);
        events.publish(new RewardCreditedEvent(
                helper.value(), task.value(), rewards.amount(), rewards.currency(), balance.amount()));
    }

    Balance balance(UserId helper) {
        long sum = jdbc.sql("select coalesce(sum(amount), 0) from ledger_entry where helper_id = ? and currency = ?")
                .params(helper.value(), rewards.currency())
                .query(Long.class)
                .single();
        return new Balance(sum, rewards.currency());
    }

    /** Newest first. */
    Page<LedgerEntry> entries(UserId helper, int limit, @Nullable String cursor) {
        Cursor from = Cursor.newestFirst(cursor);
        var rows = jdbc.sql("""
                select task_id, amount, currency, credited_at from ledger_entry
                where helper_id = ? and (credited_at, task_id) < (?, ?)
                order by credited_at desc, task_id desc limit ?
                """)
                .params(helper.value(), Timestamp.from(from.at()), from.id(), limit + 1)
                .query((row, number) -> new LedgerEntry(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.creditedAt(), last.taskId()).text());
    }
}
