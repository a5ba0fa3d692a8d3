package com.smartfitness.search.branch;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.OneLine;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.search.preference.SearchesHeard;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BranchSearchController {

    private final BranchSearch search;
    private final SearchesHeard heard;

    BranchSearchController(BranchSearch search, SearchesHeard heard) {
        this.search = search;
        this.heard = heard;
    }

    @Operation(
            summary = "Find branches in plain language",
            description = "Korean or English, best first, with the passages that say why. Names, amenities, equipment,"
                    + " introductions and reviews are searched; ratings and, where a place is named, distances count as"
                    + " well. Nothing in q is syntax, and small misspellings are forgiven. An empty list where nothing"
                    + " fits.")
    @GetMapping("/api/v1/branches/search")
    Page<FoundBranch> search(
            @RequestParam @NotBlank @Size(max = 100) @Pattern(regexp = "\\P{Cc}*") String q,
            @RequestParam(defaultValue = "") @Size(max = 10) List<@OneLine @Size(max = 50) String> amenity,
            @RequestParam(defaultValue = "false") boolean openNow,
            @RequestParam(required = false) @Min(-90) @Max(90) @Nullable Double latitude,
            @RequestParam(required = false) @Min(-180) @Max(180) @Nullable Double longitude,
            @RequestParam(required = false) @Min(1) @Max(1_000_000) @Nullable Integer within,
            @RequestParam(defaultValue = "10") @Min(1) @Max(50) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        Place near = place(latitude, longitude);
        if (within != null && near == null) {
            throw new IncompletePlaceException();
        }
        Page<FoundBranch> found =
                search.page(new BranchQuery(q, amenity, openNow, near, within, limit, Rank.parse(cursor)));
        if (cursor == null) {
            heard.add(caller, q);
        }
        return found;
    }

    private static @Nullable Place place(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null || longitude == null || !Double.isFinite(latitude) || !Double.isFinite(longitude)) {
            throw new IncompletePlaceException();
        }
        return new Place(latitude, longitude);
    }
}
