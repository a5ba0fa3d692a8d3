package com.smartfitness.bench.workload;

import static java.util.Objects.requireNonNull;

import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.BranchUpdatedEvent;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a source does all day: one branch inserted or updated and its event announced, in one transaction. */
public final class BranchWrites {

    private static final String UPSERT = """
            insert into branch (branch_id, owner_id, name, address, introduction, status, version)
            values (?, ?, ?, ?, ?, ?, 1)
            on conflict (branch_id) do update
            set name = excluded.name, introduction = excluded.introduction, version = branch.version + 1
            returning version
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Announcement announcement;

    public BranchWrites(JdbcTemplate jdbc, TransactionTemplate transaction, Announcement announcement) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.announcement = announcement;
    }

    /** Changes some branches in one transaction; returns when that is committed. */
    void write(long[] branches, Instant due) {
        transaction.executeWithoutResult(status -> {
            for (long branch : branches) {
                change(branch, due);
            }
        });
    }

    /** Changes many branches in one transaction, to have them there. */
    void writeAll(long first, long last) {
        transaction.executeWithoutResult(status -> {
            for (long branch = first; branch < last; branch++) {
                change(branch, Instant.now());
            }
        });
    }

    private void change(long branch, Instant due) {
        BranchUpdatedEvent event = branch(branch, due);
        Long version = jdbc.queryForObject(
                UPSERT,
                Long.class,
                event.branchId(),
                event.ownerId(),
                event.name(),
                event.address(),
                event.introduction(),
                event.status().name());
        announcement.announce(event, requireNonNull(version), due);
    }

    /** About 380 bytes as JSON. */
    private static BranchUpdatedEvent branch(long number, Instant due) {
        return new BranchUpdatedEvent(
                "B%08d".formatted(number),
                "O%06d".formatted(number % 10_000),
                "Branch no. " + number,
                "%d Teheran-ro, Gangnam-gu, Seoul".formatted(number % 1_000),
                null,
                "Asia/Seoul",
                List.of(),
                330,
                List.of("treadmill", "rowing machine", "squat rack"),
                List.of("showers", "parking"),
                "Open day and night, next to the station. Last changed at " + due,
                BranchStatus.OPEN);
    }
}
