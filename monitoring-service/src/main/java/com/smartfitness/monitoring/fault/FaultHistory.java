package com.smartfitness.monitoring.fault;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.Role;
import com.smartfitness.monitoring.replica.BranchId;
import com.smartfitness.monitoring.replica.KnownBranches;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The faults of all times, as owners see those of their branches and operators all. */
@Service
public class FaultHistory {

    private final JdbcClient database;
    private final KnownBranches branches;
    private final Clock clock;

    FaultHistory(JdbcClient database, KnownBranches branches, Clock clock) {
        this.database = database;
        this.branches = branches;
        this.clock = clock;
    }

    /** Newest first. */
    public Page<Fault> list(FaultFilter filter, int limit, @Nullable String cursor, Caller caller) {
        Cursor after = Cursor.newestFirst(cursor);
        List<Fault> rows = database.sql("""
                        select * from fault
                        where (detected_at, fault_id) < (:at, :id)
                          and (:caller::text is null or branch_id = any (array(%s)))
                          and (:branch::text is null or branch_id = :branch)
                          and (:equipment::text is null or equipment_id = :equipment)
                          and (:type::text is null or fault_type = :type)
                          and (:open::boolean is null or (recovered_at is null) = :open)
                          and (:acknowledged::boolean is null or (acknowledged_at is not null) = :acknowledged)
                        order by detected_at desc, fault_id desc limit :limit
                        """.formatted(KnownBranches.OWN))
                .param("at", Timestamp.from(after.at()))
                .param("id", after.id())
                .param("caller", caller.role() == Role.OPERATOR ? null : caller.userId())
                .param("branch", filter.branchId())
                .param("equipment", filter.equipmentId())
                .param("type", filter.type() == null ? null : filter.type().name())
                .param("open", filter.open())
                .param("acknowledged", filter.acknowledged())
                .param("limit", limit + 1)
                .query(FaultRow::read)
                .list();
        return Page.of(rows, limit, row -> new Cursor(row.detectedAt(), row.id().value()).text());
    }

    /**
     * One fault.
     *
     * @throws FaultNotFoundException also where the caller may not see it
     */
    public Fault get(FaultId id, Caller caller) {
        return database.sql("select * from fault where fault_id = ?")
                .param(id.value())
                .query(FaultRow::read)
                .optional()
                .filter(fault -> branches.isOpenTo(caller, new BranchId(fault.branchId())))
                .orElseThrow(() -> FaultNotFoundException.forId(id));
    }

    /** Whatever was detected, acknowledged or over after this time, oldest change first. */
    public List<Fault> changedSince(Instant time) {
        return database.sql("""
                        select * from fault where detected_at > :time or recovered_at > :time or acknowledged_at > :time
                        order by greatest(detected_at, recovered_at, acknowledged_at), fault_id
                        """)
                .param("time", Timestamp.from(time))
                .query(FaultRow::read)
                .list();
    }

    /** Notes that the owner has seen the fault, once: who says it again changes nothing. */
    @Transactional
    public Fault acknowledge(FaultId id, Caller caller) {
        get(id, caller);
        database.sql("""
                        update fault set acknowledged_at = ?, acknowledged_by = ?
                        where fault_id = ? and acknowledged_at is null
                        """)
                .params(Timestamp.from(clock.instant()), caller.userId(), id.value())
                .update();
        return get(id, caller);
    }
}
