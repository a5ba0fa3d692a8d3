package com.smartfitness.branchowner.branch;

import com.smartfitness.events.BranchClosedEvent;
import com.smartfitness.events.BranchCreatedEvent;
import com.smartfitness.events.BranchEvent;
import com.smartfitness.events.BranchUpdatedEvent;

/** What others hear of a branch: all of its state, whatever has changed. */
final class BranchEvents {

    private BranchEvents() {}

    static BranchEvent created(Branch branch) {
        BranchProfile profile = branch.profile();
        return new BranchCreatedEvent(
                branch.id().value(),
                branch.owner().value(),
                profile.name(),
                profile.address(),
                profile.location(),
                profile.timeZone().getId(),
                profile.openingHours(),
                profile.size(),
                profile.equipment(),
                profile.amenities(),
                profile.introduction(),
                branch.status());
    }

    static BranchEvent updated(Branch branch) {
        BranchProfile profile = branch.profile();
        return new BranchUpdatedEvent(
                branch.id().value(),
                branch.owner().value(),
                profile.name(),
                profile.address(),
                profile.location(),
                profile.timeZone().getId(),
                profile.openingHours(),
                profile.size(),
                profile.equipment(),
                profile.amenities(),
                profile.introduction(),
                branch.status());
    }

    static BranchEvent closed(Branch branch) {
        BranchProfile profile = branch.profile();
        return new BranchClosedEvent(
                branch.id().value(),
                branch.owner().value(),
                profile.name(),
                profile.address(),
                profile.location(),
                profile.timeZone().getId(),
                profile.openingHours(),
                profile.size(),
                profile.equipment(),
                profile.amenities(),
                profile.introduction(),
                branch.status());
    }
}
