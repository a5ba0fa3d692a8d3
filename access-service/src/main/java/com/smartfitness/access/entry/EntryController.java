package com.smartfitness.access.entry;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accesses")
class EntryController {

    private final EntryList entries;

    EntryController(EntryList entries) {
        this.entries = entries;
    }

    @Operation(
            summary = "Entries, newest first",
            description = "Customers and helpers see their own, an owner those of an own branch (branchId), an operator"
                    + " all or those of a branch. Kept for 90 days.")
    @GetMapping
    Page<EntryView> list(
            @RequestParam(required = false) @Nullable String branchId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return entries.page(caller, branchId, limit, cursor);
    }

    @Operation(summary = "One entry", description = "Somebody else's is answered as if it did not exist: 404.")
    @GetMapping("/{accessId}")
    EntryView get(@PathVariable String accessId, Caller caller) {
        return entries.get(caller, accessId);
    }
}
