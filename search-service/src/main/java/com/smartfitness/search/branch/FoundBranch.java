package com.smartfitness.search.branch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.Location;
import com.smartfitness.events.OpeningHours;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch that fits.
 *
 * @param distance metres from the place that was named
 * @param rating average of all reviews, 1 to 5; absent without any
 * @param reasons why it fits, the best first; none where only a misspelt word did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FoundBranch(
        String branchId,
        String name,
        String address,
        @Nullable Location location,
        @Nullable Long distance,
        String timeZone,
        List<OpeningHours> openingHours,
        List<String> equipment,
        List<String> amenities,
        @Nullable Double rating,
        long reviews,
        List<Reason> reasons) {}
