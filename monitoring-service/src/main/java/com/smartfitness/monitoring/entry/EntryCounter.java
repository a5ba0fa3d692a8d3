package com.smartfitness.monitoring.entry;

import com.smartfitness.events.AccessDeniedEvent;
import com.smartfitness.events.AccessGrantedEvent;
import com.smartfitness.replication.Reaction;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts entries by branch and hour, each once. */
@Component
@Reaction(queue = "entries")
class EntryCounter {

    private final JdbcClient database;

    EntryCounter(JdbcClient database) {
        this.database = database;
    }

    void on(AccessGrantedEvent granted) {
        count(granted.branchId(), granted.at(), 1, 0);
    }

    void on(AccessDeniedEvent denied) {
        count(denied.branchId(), denied.at(), 0, 1);
    }

    private void count(String branch, Instant at, int granted, int denied) {
        database.sql("""
                        insert into entry_hour as known (branch_id, hour, granted, denied) values (?, ?, ?, ?)
                        on conflict (branch_id, hour) do update
                        set granted = known.granted + excluded.granted, denied = known.denied + excluded.denied
                        """)
                .params(branch, Timestamp.from(at.truncatedTo(ChronoUnit.HOURS)), granted, denied)
                .update();
    }
}
