package com.smartfitness.helper.reward;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.helper.replica.KnownUsers;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasRole('HELPER')")
class RewardController {

    private final Ledger ledger;
    private final KnownUsers users;

    RewardController(Ledger ledger, KnownUsers users) {
        this.ledger = ledger;
        this.users = users;
    }

    @Operation(summary = "What the helper has earned", description = "Whole won; the sum of the ledger's entries.")
    @GetMapping("/balance")
    Balance balance(Caller caller) {
        return ledger.balance(users.require(caller).id());
    }

    @Operation(summary = "The helper's ledger, newest entry first")
    @GetMapping("/ledger-entries")
    Page<LedgerEntry> entries(
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        return ledger.entries(users.require(caller).id(), limit, cursor);
    }
}
