package com.smartfitness.branchowner.branch.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.branchowner.branch.Branch;
import com.smartfitness.branchowner.branch.BranchProfile;
import com.smartfitness.events.BranchStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A branch as callers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BranchView(
        String branchId,
        String ownerId,
        String name,
        String address,
        @Nullable Position location,
        String timeZone,
        List<OpeningPeriod> openingHours,

        @Schema(description = "Floor area in square metres.") @Nullable Integer size,

        List<String> equipment,
        List<String> amenities,
        @Nullable String introduction,
        BranchStatus status,
        Instant createdAt) {

    static BranchView of(Branch branch) {
        BranchProfile profile = branch.profile();
        return new BranchView(
                branch.id().value(),
                branch.owner().value(),
                profile.name(),
                profile.address(),
                Position.of(profile.location()),
                profile.timeZone().getId(),
                profile.openingHours().stream().map(OpeningPeriod::of).toList(),
                profile.size(),
                profile.equipment(),
                profile.amenities(),
                profile.introduction(),
                branch.status(),
                branch.createdAt());
    }
}
