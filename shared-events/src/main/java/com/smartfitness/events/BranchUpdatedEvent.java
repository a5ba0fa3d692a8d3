package com.smartfitness.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something about a branch changed. */
@EventType(value = "branchowner.branch-updated.v1", aggregate = "branch")
public record BranchUpdatedEvent(
        String branchId,
        String ownerId,
        String name,
        String address,
        @Nullable Location location,
        String timeZone,
        List<OpeningHours> openingHours,
        @Nullable Integer size,
        List<String> equipment,
        List<String> amenities,
        @Nullable String introduction,
        BranchStatus status)
        implements BranchEvent {

    public BranchUpdatedEvent {
        Components.requireKey("branchId", branchId);
        openingHours = Components.list(openingHours);
        equipment = Components.list(equipment);
        amenities = Components.list(amenities);
    }
}
