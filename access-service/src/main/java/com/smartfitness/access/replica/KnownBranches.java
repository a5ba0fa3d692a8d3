package com.smartfitness.access.replica;

import com.smartfitness.access.replica.BranchReplica.BranchRow;
import com.smartfitness.events.BranchStatus;
import org.springframework.stereotype.Component;

/** The replicated branches. */
@Component
public class KnownBranches {

    private final RecentRows replicas;

    KnownBranches(RecentRows replicas) {
        this.replicas = replicas;
    }

    /** Whether a branch is known and has not been closed. */
    public boolean isOpen(String branchId) {
        return replicas.row(BranchReplica.TABLE, BranchRow.class, branchId)
                .filter(branch -> branch.status() == BranchStatus.OPEN)
                .isPresent();
    }

    /** Whether a branch is known to belong to this user. */
    public boolean isOwnedBy(String branchId, String userId) {
        return replicas.row(BranchReplica.TABLE, BranchRow.class, branchId)
                .filter(branch -> branch.ownerId().equals(userId))
                .isPresent();
    }
}
