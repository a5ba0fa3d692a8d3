package com.smartfitness.search.replica;

import com.smartfitness.events.BranchEvent;
import com.smartfitness.events.BranchStatus;
import com.smartfitness.events.Location;
import com.smartfitness.replication.Replica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The branches as search finds them: their rows are the index that is searched. */
@Component
@Replica(queue = "branches", table = KnownBranch.TABLE)
class BranchReplica {

    KnownBranch on(BranchEvent branch) {
        return new KnownBranch(
                branch.branchId(),
                branch.name(),
                branch.address(),
                point(branch.location()),
                branch.timeZone(),
                branch.openingHours(),
                WeekMinutes.of(branch.openingHours()),
                branch.size(),
                branch.equipment(),
                branch.amenities(),
                branch.introduction(),
                branch.status() == BranchStatus.OPEN);
    }

    private static KnownBranch.@Nullable Point point(@Nullable Location location) {
        return location == null ? null : new KnownBranch.Point(location.latitude(), location.longitude());
    }
}
