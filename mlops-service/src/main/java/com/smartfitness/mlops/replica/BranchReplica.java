package com.smartfitness.mlops.replica;

import com.smartfitness.events.BranchEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.replication.Replica;
import org.springframework.stereotype.Component;

/** The branches that samples come from. */
@Component
@Replica(queue = "branches", table = "known_branch")
class BranchReplica {

    record KnownBranch(String branchId, String name, String ownerId, String timeZone, BranchStatus status) {}

    KnownBranch on(BranchEvent branch) {
        return new KnownBranch(branch.branchId(), branch.name(), branch.ownerId(), branch.timeZone(), branch.status());
    }
}
