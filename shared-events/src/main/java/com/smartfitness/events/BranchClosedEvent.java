package com.smartfitness.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A branch takes no more visitors. Not a tombstone: its past stays in use. */
@EventType(value = "branchowner.branch-closed.v1", aggregate = "branch")
public record BranchClosedEvent(
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

    public BranchClosedEvent {
        Components.requireKey("branchId", branchId);
        openingHours = Components.list(openingHours);
        equipment = Components.list(equipment);
        amenities = Components.list(amenities);
    }
}
