package com.smartfitness.bench.namastack;

import static java.util.Objects.requireNonNull;

import com.smartfitness.events.BranchUpdatedEvent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The copy: of two versions of a branch the newer one stays, whichever comes first. */
final class KnownBranches {

    private static final String APPLY = """
            insert into known_branch as known (branch_id, owner_id, name, address, introduction, status, version)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
            on conflict (branch_id) do update
            set owner_id = excluded.owner_id, name = excluded.name, address = excluded.address,
                introduction = excluded.introduction, status = excluded.status, version = excluded.version
            where known.version < excluded.version
            """;

    private final JdbcTemplate jdbc;

    KnownBranches(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Applies a batch in one statement, which is its transaction. */
    void apply(List<BranchChange> changes) {
        Map<String, BranchChange> newest = new LinkedHashMap<>();
        for (BranchChange change : changes) {
            newest.merge(
                    change.branch().branchId(), change, (one, other) -> one.version() > other.version() ? one : other);
        }
        Collection<BranchChange> rows = newest.values();
        jdbc.update(
                APPLY,
                column(rows, BranchUpdatedEvent::branchId),
                column(rows, BranchUpdatedEvent::ownerId),
                column(rows, BranchUpdatedEvent::name),
                column(rows, BranchUpdatedEvent::address),
                column(rows, branch -> requireNonNull(branch.introduction())),
                column(rows, branch -> branch.status().name()),
                rows.stream().map(BranchChange::version).toArray(Long[]::new));
    }

    private static Object column(Collection<BranchChange> rows, Function<BranchUpdatedEvent, ?> value) {
        return rows.stream().map(change -> value.apply(change.branch())).toArray(String[]::new);
    }
}
