package com.smartfitness.monitoring.replica;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The branches, as far as this service has heard of them, and what their owners may do about them. */
@Repository
public class KnownBranches {

    /** SQL: the branches of the owner {@code :caller}. */
    public static final String OWN = "select known.branch_id from known_branch known where known.owner_id = :caller";

    private record KnownBranch(String owner, BranchStatus status) {}

    private final JdbcClient database;

    KnownBranches(JdbcClient database) {
        this.database = database;
    }

    /**
     * Lets pass who may put equipment into a branch: its owner, and operators.
     *
     * @throws UnusableBranchException where the branch is not known, closed, or another owner's
     */
    public void requireOpenTo(Caller caller, BranchId branch) {
        KnownBranch known = database.sql("select owner_id, status from known_branch where branch_id = ?")
                .param(branch.value())
                .query((row, _) -> new KnownBranch(row.getString(1), BranchStatus.valueOf(row.getString(2))))
                .optional()
                .orElseThrow(() -> UnusableBranchException.unknown(branch));
        if (caller.role() != Role.OPERATOR && !known.owner().equals(caller.userId())) {
            throw UnusableBranchException.ofAnother(branch);
        }
        if (known.status() == BranchStatus.CLOSED) {
            throw UnusableBranchException.closed(branch);
        }
    }

    /** Whether the caller sees what stands in the branch: its owner does, and operators do. */
    public boolean isOpenTo(Caller caller, BranchId branch) {
        return switch (caller.role()) {
            case OPERATOR -> true;
            case BRANCH_OWNER ->
                database.sql("select exists (select from known_branch where branch_id = ? and owner_id = ?)")
                        .params(branch.value(), caller.userId())
                        .query(Boolean.class)
                        .single();
            case HELPER, CUSTOMER -> false;
        };
    }
}
