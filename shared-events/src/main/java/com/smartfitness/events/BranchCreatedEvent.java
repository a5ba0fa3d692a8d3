package com.smartfitness.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An owner registered a branch. */
@EventType(value = "branchowner.branch-created.v1", aggregate = "branch")
public record BranchCreatedEvent(
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

    public BranchCreatedEvent {
        Components.requireKey("branchId", branchId);
        openingHours = Components.list(openingHours);
        equipment = Components.list(equipment);
        amenities = Components.list(amenities);
    }
}
