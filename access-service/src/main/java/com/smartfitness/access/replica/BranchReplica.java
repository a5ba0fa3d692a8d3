package com.smartfitness.access.replica;

import com.smartfitness.events.BranchEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.replication.Replica;
import org.springframework.stereotype.Component;

/** The branches, whose they are, and which are closed for good. */
@Component
@Replica(queue = "branches", table = BranchReplica.TABLE)
class BranchReplica {

    static final String TABLE = "known_branch";

    record BranchRow(String branchId, String ownerId, BranchStatus status) {}

    BranchRow on(BranchEvent branch) {
        return new BranchRow(branch.branchId(), branch.ownerId(), branch.status());
    }
}
