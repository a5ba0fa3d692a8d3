package com.smartfitness.auth.replica;

import com.smartfitness.events.BranchEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.replication.Replica;
import org.springframework.stereotype.Component;

/** Which branches helpers can sign up for. Nobody else waits for them: people sign in wherever this service stands alone. */
@Component
@Replica(queue = "branches", table = "known_branch", completeBeforeReady = false)
class BranchReplica {

    record KnownBranch(String branchId, BranchStatus status) {}

    KnownBranch on(BranchEvent branch) {
        return new KnownBranch(branch.branchId(), branch.status());
    }
}
