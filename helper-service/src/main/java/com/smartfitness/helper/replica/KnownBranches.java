package com.smartfitness.helper.replica;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The replicated branches. */
@Repository
public class KnownBranches {

    private static final Logger log = LoggerFactory.getLogger(KnownBranches.class);

    private final JdbcClient jdbc;
    private final ZoneId defaultZone;

    /** @param defaultZone where a branch names none that this machine knows */
    KnownBranches(JdbcClient jdbc, @Value("${helper.default-time-zone:Asia/Seoul}") ZoneId defaultZone) {
        this.jdbc = jdbc;
        this.defaultZone = defaultZone;
    }

    /** The branch, if it has arrived here. */
    public Optional<KnownBranch> find(BranchId id) {
        return jdbc.sql("select branch_id, owner_id, time_zone, status from known_branch where branch_id = ?")
                .param(id.value())
                .query((row, number) -> new KnownBranch(
                        new BranchId(row.getString(1)),
                        new UserId(row.getString(2)),
                        zone(row.getString(3)),
                        row.getString(4).equals("OPEN")))
                .optional();
    }

    /** Whether the branch is known to be this user's. */
    public boolean isOwner(UserId user, BranchId branch) {
        return find(branch).filter(known -> known.owner().equals(user)).isPresent();
    }

    private ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            log.warn("The time zone {} is not known here: {} it is", name, defaultZone);
            return defaultZone;
        }
    }
}
