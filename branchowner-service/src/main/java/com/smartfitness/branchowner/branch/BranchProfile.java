package com.smartfitness.branchowner.branch;

import com.smartfitness.events.Location;
import com.smartfitness.events.OpeningHours;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an owner says of a branch.
 *
 * @param address in one line
 * @param openingHours without overlap, see {@link OpeningWeek}; empty where the owner has not said
 * @param size floor area in square metres
 */
public record BranchProfile(
        String name,
        String address,
        @Nullable Location location,
        ZoneId timeZone,
        List<OpeningHours> openingHours,
        @Nullable Integer size,
        List<String> equipment,
        List<String> amenities,
        @Nullable String introduction) {

    public BranchProfile {
        openingHours = List.copyOf(openingHours);
        equipment = List.copyOf(equipment);
        amenities = List.copyOf(amenities);
    }
}
