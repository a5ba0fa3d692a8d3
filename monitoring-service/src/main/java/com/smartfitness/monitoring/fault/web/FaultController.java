package com.smartfitness.monitoring.fault.web;

import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.FaultType;
import com.smartfitness.monitoring.fault.FaultFilter;
import com.smartfitness.monitoring.fault.FaultHistory;
import com.smartfitness.monitoring.fault.FaultId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/equipment-faults")
class FaultController {

    private final FaultHistory faults;

    FaultController(FaultHistory faults) {
        this.faults = faults;
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('BRANCH_OWNER', 'OPERATOR')")
    @Operation(
            summary = "List faults, newest first",
            description = "Those of the owner's branches, also of equipment that is gone; everybody's for operators.")
    Page<FaultView> list(
            @RequestParam(required = false) @Nullable String branchId,
            @RequestParam(required = false) @Nullable String equipmentId,
            @RequestParam(required = false) @Nullable FaultType type,
            @Parameter(description = "true for those that last, false for those that are over.")
                    @RequestParam(required = false)
                    @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Boolean acknowledged,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        FaultFilter filter = new FaultFilter(branchId, equipmentId, type, open, acknowledged);
        return faults.list(filter, limit, cursor, caller).map(FaultView::of);
    }

    @GetMapping("/{faultId}")
    @PreAuthorize("hasAnyRole('BRANCH_OWNER', 'OPERATOR')")
    @Operation(summary = "Read a fault", description = "404 also for one in another owner's branch.")
    FaultView get(@PathVariable String faultId, Caller caller) {
        return FaultView.of(faults.get(new FaultId(faultId), caller));
    }

    @PostMapping("/{faultId}/acknowledgement")
    @PreAuthorize("hasRole('BRANCH_OWNER')")
    @Operation(
            summary = "Acknowledge a fault",
            description =
                    "Says that the owner has seen it. Saying it again changes nothing; it does not end the fault.")
    FaultView acknowledge(@PathVariable String faultId, Caller caller) {
        return FaultView.of(faults.acknowledge(new FaultId(faultId), caller));
    }
}
