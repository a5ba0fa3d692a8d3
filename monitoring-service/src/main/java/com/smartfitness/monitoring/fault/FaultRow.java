package com.smartfitness.monitoring.fault;

import com.smartfitness.events.EquipmentType;
import com.smartfitness.events.FaultType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads faults out of their table. */
final class FaultRow {

    private FaultRow() {}

    static Fault read(ResultSet row, int number) throws SQLException {
        return new Fault(
                new FaultId(row.getString("fault_id")),
                row.getString("equipment_id"),
                row.getString("equipment_name"),
                row.getString("branch_id"),
                EquipmentType.valueOf(row.getString("equipment_type")),
                FaultType.valueOf(row.getString("fault_type")),
                row.getString("description"),
                instant(row, "last_report_at"),
                row.getObject("detected_at", OffsetDateTime.class).toInstant(),
                instant(row, "recovered_at"),
                instant(row, "acknowledged_at"),
                row.getString("acknowledged_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
