package com.smartfitness.auth.audit;

import com.smartfitness.auth.Forgetful;
import com.smartfitness.auth.Source;
import com.smartfitness.auth.encryption.Column;
import com.smartfitness.auth.encryption.LookupHash;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down who did what; in the transaction that does it, where there is one. */
@Component
public class AuditLog implements Forgetful {

    private static final Column SOURCE = new Column("audit_entry", "source");
    private static final int SOURCE_BYTES = 8;

    private final JdbcClient jdbc;
    private final LookupHash hashes;
    private final AuditProperties properties;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, LookupHash hashes, AuditProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.hashes = hashes;
        this.properties = properties;
        this.clock = clock;
    }

    /** Somebody did something to themselves. */
    public void ofThemselves(AuditAction action, String userId, Source source) {
        write(action, userId, userId, source, null);
    }

    /**
     * Something happened.
     *
     * @param actorId who did it, if they have shown who they are
     * @param subjectId whom it was done to, if there is such an account
     * @param detail no personal data
     */
    public void write(
            AuditAction action,
            @Nullable String actorId,
            @Nullable String subjectId,
            @Nullable Source source,
            @Nullable String detail) {
        jdbc.sql("""
                        insert into audit_entry (entry_id, at, action, actor_id, subject_id, source, detail)
                        values (:id, :at, :action, :actor, :subject, :source, :detail)""")
                .param("id", UUID.randomUUID().toString())
                .param("at", Timestamp.from(clock.instant()))
                .param("action", action.name())
                .param("actor", actorId)
                .param("subject", subjectId)
                .param("source", source == null ? null : marked(source))
                .param("detail", detail)
                .update();
    }

    @Override
    public int forgetOld() {
        Instant oldest = clock.instant().minus(properties.retention());
        return jdbc.sql("delete from audit_entry where at < ?")
                .param(Timestamp.from(oldest))
                .update();
    }

    private String marked(Source source) {
        return HexFormat.of().formatHex(Arrays.copyOf(hashes.of(source.address(), SOURCE), SOURCE_BYTES));
    }
}
