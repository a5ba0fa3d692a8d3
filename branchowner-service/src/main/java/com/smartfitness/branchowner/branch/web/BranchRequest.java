package com.smartfitness.branchowner.branch.web;

import com.smartfitness.branchowner.branch.BranchProfile;
import com.smartfitness.defaults.web.OneLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that an owner says of a branch; an edit replaces all of it. */
record BranchRequest(
        @NotNull @Size(max = 100) @OneLine String name,

        @Schema(description = "In one line.", example = "서울시 마포구 양화로 45, 3층") @NotNull @Size(max = 200) @OneLine
        String address,

        @Valid @Nullable Position location,

        @Schema(description = "IANA name. The branch's day begins and ends by it.", defaultValue = DEFAULT_TIME_ZONE)
        @IanaTimeZone
        @Nullable String timeZone,

        @Schema(description = "Without overlap.") @Size(max = 28) @WithoutOverlap @Nullable List<@NotNull @Valid OpeningPeriod> openingHours,

        @Schema(description = "Floor area in square metres.") @Min(1) @Max(100_000) @Nullable Integer size,

        @Schema(description = "What there is to train with.") @Size(max = 50) @Nullable List<@NotNull @Size(max = 100) @OneLine String> equipment,

        @Schema(description = "What else there is.") @Size(max = 50) @Nullable List<@NotNull @Size(max = 100) @OneLine String> amenities,

        @Schema(description = "The owner's own text, up to 10 KB in UTF-8.") @Utf8Size(max = 10 * 1024) @Nullable String introduction) {

    private static final String DEFAULT_TIME_ZONE = "Asia/Seoul";

    BranchProfile toProfile() {
        return new BranchProfile(
                name.strip(),
                address.strip(),
                location == null ? null : location.toLocation(),
                ZoneId.of(timeZone == null ? DEFAULT_TIME_ZONE : timeZone),
                openingHours == null
                        ? List.of()
                        : openingHours.stream().map(OpeningPeriod::toHours).toList(),
                size,
                stripped(equipment),
                stripped(amenities),
                introduction == null || introduction.isBlank() ? null : introduction);
    }

    private static List<String> stripped(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts.stream().map(String::strip).toList();
    }
}
