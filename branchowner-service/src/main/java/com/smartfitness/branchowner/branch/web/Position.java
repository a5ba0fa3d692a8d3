package com.smartfitness.branchowner.branch.web;

import com.smartfitness.events.Location;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/** {@link Location} on the wire. */
@Schema(description = "A point on the map in degrees, WGS 84.")
record Position(
        @DecimalMin("-90") @DecimalMax("90") double latitude,
        @DecimalMin("-180") @DecimalMax("180") double longitude) {

    static @Nullable Position of(@Nullable Location location) {
        return location == null ? null : new Position(location.latitude(), location.longitude());
    }

    Location toLocation() {
        return new Location(latitude, longitude);
    }
}
