package com.smartfitness.auth.replica;

import com.smartfitness.events.BranchStatus;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The branches that this service has heard of. */
@Repository
public class KnownBranches {

    private final JdbcClient jdbc;

    KnownBranches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the branch is open; empty for one that has not been heard of. */
    public Optional<BranchStatus> statusOf(BranchId branch) {
        return jdbc.sql("select status from known_branch where branch_id = ?")
                .param(branch.value())
                .query((row, number) -> BranchStatus.valueOf(row.getString("status")))
                .optional();
    }
}
