package com.smartfitness.branchowner.branch.web;

import com.smartfitness.events.OpeningHours;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** {@link OpeningHours} on the wire. Times are text: more than hours and minutes would be read as times, too. */
@Schema(description = "A period in which the branch is open, in its own time zone. A weekday without one is closed.")
record OpeningPeriod(
        @Schema(description = "Weekday on which the period begins.") @NotNull DayOfWeek day,

        @Schema(description = "First minute of the period.", example = "06:00")
        @NotNull @Pattern(regexp = OpeningPeriod.TIME, message = "must be a time such as 06:00") String opens,

        @Schema(
                description =
                        "End of the period, on the next day where it is not after opens; equal times mean 24 hours.",
                example = "23:30")
        @NotNull @Pattern(regexp = OpeningPeriod.TIME, message = "must be a time such as 23:30") String closes) {

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    static OpeningPeriod of(OpeningHours hours) {
        return new OpeningPeriod(
                hours.day(), hours.opens().toString(), hours.closes().toString());
    }

    /** Whether {@link #toHours()} can be asked for. Requests are read before they are validated. */
    static boolean isReadable(@Nullable OpeningPeriod period) {
        return period != null && period.hasAllParts();
    }

    @SuppressWarnings("ConstantValue")
    private boolean hasAllParts() {
        return day != null && opens != null && closes != null && opens.matches(TIME) && closes.matches(TIME);
    }

    OpeningHours toHours() {
        return new OpeningHours(day, LocalTime.parse(opens), LocalTime.parse(closes));
    }
}
