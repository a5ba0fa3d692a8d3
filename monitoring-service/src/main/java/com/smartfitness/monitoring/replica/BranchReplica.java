package com.smartfitness.monitoring.replica;

import com.smartfitness.events.BranchEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.replication.Replica;
import org.springframework.stereotype.Component;

/** The branches, whose they are, and when their hours begin. */
@Component
@Replica(queue = "branches", table = "known_branch")
class BranchReplica {

    record BranchRow(String branchId, String ownerId, String name, String timeZone, BranchStatus status) {}

    BranchRow on(BranchEvent branch) {
        return new BranchRow(branch.branchId(), branch.ownerId(), branch.name(), branch.timeZone(), branch.status());
    }
}
