package com.smartfitness.monitoring.entry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EntryController {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final JdbcClient database;
    private final Clock clock;

    EntryController(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @GetMapping("/api/v1/operations/entries")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(
            summary = "Count entries by branch and hour",
            description =
                    "Oldest hour first, of one branch or all; hours without entries are left out. At most 31 days.")
    List<EntryHour> entries(
            @RequestParam(required = false) @Nullable String branchId,
            @Parameter(description = "A day before the end unless said.") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "Now unless said.") @RequestParam(required = false) @Nullable Instant to) {
        Instant end = to == null ? clock.instant() : to;
        Instant start = from == null ? end.minus(Duration.ofDays(1)) : from;
        if (start.isAfter(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new InvalidPeriodException(LONGEST);
        }
        return database.sql("""
                        select branch_id, hour, granted, denied from entry_hour
                        where hour >= date_trunc('hour', cast(:start as timestamptz)) and hour <= :end
                          and (:branch::text is null or branch_id = :branch)
                        order by hour, branch_id
                        """)
                .param("start", Timestamp.from(start))
                .param("end", Timestamp.from(end))
                .param("branch", branchId)
                .query((row, _) -> new EntryHour(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getLong(3),
                        row.getLong(4)))
                .list();
    }
}
