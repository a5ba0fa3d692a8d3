package com.smartfitness.search.replica;

import com.smartfitness.events.OpeningHours;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replicated branch.
 *
 * @param timeZone in which its week begins, an IANA name
 * @param openMinutes when it is open, for searches
 * @param size floor area in square metres
 * @param open whether it has not been closed for good
 */
public record KnownBranch(
        String branchId,
        String name,
        String address,
        @Nullable Point location,
        String timeZone,
        List<OpeningHours> openingHours,
        List<WeekMinutes> openMinutes,
        @Nullable Integer size,
        List<String> equipment,
        List<String> amenities,
        @Nullable String introduction,
        boolean open) {

    /** Where the rows are. */
    public static final String TABLE = "known_branch";

    /** A place as Elasticsearch reads it, in degrees. */
    public record Point(double lat, double lon) {}
}
