package com.smartfitness.auth.audit;

import com.smartfitness.auth.Source;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final JdbcClient jdbc;
    private final AuditLog log;

    AuditController(JdbcClient jdbc, AuditLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    @GetMapping("/api/v1/audit-entries")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(summary = "Lists what was done, the newest first; reading it is written down as well")
    Page<AuditEntry> list(
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Nullable String cursor,
            @Nullable AuditAction action,
            @Parameter(description = "Who did it, or whom it was done to") @Size(max = 100) @Nullable String userId,
            @Parameter(description = "Not before this time") @Nullable Instant from,
            @Parameter(description = "Before this time") @Nullable Instant to) {
        Cursor after = Cursor.newestFirst(cursor);
        if (cursor == null) {
            log.ofThemselves(AuditAction.AUDIT_READ, caller.userId(), Source.of(request));
        }
        return Page.of(
                jdbc.sql("""
                                select * from audit_entry
                                where (at, entry_id) < (:at, :id)
                                    and (cast(:action as text) is null or action = :action)
                                    and (cast(:user as text) is null or actor_id = :user or subject_id = :user)
                                    and at >= :from and at < :to
                                order by at desc, entry_id desc limit :limit""")
                        .param("at", Timestamp.from(after.at()))
                        .param("id", after.id())
                        .param("action", action == null ? null : action.name())
                        .param("user", userId)
                        .param("from", storable(from, Instant.EPOCH))
                        .param("to", storable(to, EVER))
                        .param("limit", limit + 1)
                        .query((row, number) -> new AuditEntry(
                                row.getString("entry_id"),
                                row.getTimestamp("at").toInstant(),
                                AuditAction.valueOf(row.getString("action")),
                                row.getString("actor_id"),
                                row.getString("subject_id"),
                                row.getString("source"),
                                row.getString("detail")))
                        .list(),
                limit,
                entry -> new Cursor(entry.at(), entry.entryId()).text());
    }

    /** A time in the years that the database knows as well. */
    private static Timestamp storable(@Nullable Instant time, Instant ifNone) {
        Instant wanted = time == null ? ifNone : time;
        return Timestamp.from(wanted.isBefore(Instant.EPOCH) ? Instant.EPOCH : wanted.isAfter(EVER) ? EVER : wanted);
    }
}
