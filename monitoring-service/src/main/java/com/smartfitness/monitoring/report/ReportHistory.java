package com.smartfitness.monitoring.report;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.monitoring.equipment.EquipmentId;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what equipment has said of itself. */
@Repository
class ReportHistory {

    private final JdbcClient database;

    ReportHistory(JdbcClient database) {
        this.database = database;
    }

    /** Newest first; times tell the reports of one piece of equipment apart. */
    Page<ReportView> newestFirst(EquipmentId equipment, int limit, @Nullable String cursor) {
        List<ReportView> rows = database.sql("""
                        select * from report_history where equipment_id = ? and heard_at < ?
                        order by heard_at desc limit ?
                        """)
                .params(
                        equipment.value(),
                        Timestamp.from(Cursor.newestFirst(cursor).at()),
                        limit + 1)
                .query((row, _) -> new ReportView(
                        Health.valueOf(row.getString("health")),
                        row.getString("detail"),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                        row.getObject("heard_at", OffsetDateTime.class).toInstant()))
                .list();
        return Page.of(rows, limit, row -> new Cursor(row.heardAt(), equipment.value()).text());
    }
}
