package com.smartfitness.monitoring.entry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EntryController {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final EntryHours hours;
    private final Clock clock;

    EntryController(EntryHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    @GetMapping("/api/v1/operations/entries")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(
            summary = "Count entries by branch and hour",
            description =
                    "Oldest hour first, of one branch or all; hours without entries are left out. At most 31 days.")
    List<EntryHour> entries(
            @RequestParam(required = false) @Nullable String branchId,
            @Parameter(description = "A day before the end unless said.") @RequestParam(required = false) @Nullable Instant from,
            @Parameter(description = "Now unless said.") @RequestParam(required = false) @Nullable Instant to) {
        Instant end = to == null ? clock.instant() : to;
        Instant start = from == null ? end.minus(Duration.ofDays(1)) : from;
        if (start.isAfter(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw new InvalidPeriodException(LONGEST);
        }
        return hours.between(start, end, branchId);
    }
}
