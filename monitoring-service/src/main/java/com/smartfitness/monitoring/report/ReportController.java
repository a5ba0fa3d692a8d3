package com.smartfitness.monitoring.report;

import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.device.DeviceProofFormat;
import com.smartfitness.defaults.security.Caller;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.monitoring.equipment.EquipmentId;
import com.smartfitness.monitoring.equipment.Register;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/equipment/{equipmentId}/reports")
class ReportController {

    private final Reports reports;
    private final ReportHistory history;
    private final Register register;

    ReportController(Reports reports, ReportHistory history, Register register) {
        this.reports = reports;
        this.history = history;
        this.register = register;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SecurityRequirements
    @Operation(
            summary = "Report how the equipment is",
            description =
                    "For equipment, every 10 seconds, signed with its own key; no access token. ERROR is a fault at"
                            + " once. 204 once it is written; after a 503, sign and send it again.",
            parameters =
                    @Parameter(
                            name = DeviceProofFormat.HEADER,
                            in = ParameterIn.HEADER,
                            required = true,
                            description = "A JWT about this very request, good once."))
    void report(@PathVariable String equipmentId, DeviceProof proof, @Valid @RequestBody ReportRequest request) {
        if (!proof.deviceId().equals(equipmentId)) {
            throw new AccessDeniedException("Equipment speaks for itself");
        }
        reports.take(request, proof);
    }

    @GetMapping
    @PreAuthorize("hasAnyRole('BRANCH_OWNER', 'OPERATOR')")
    @Operation(
            summary = "Read what the equipment has reported, newest first",
            description = "What said something new, and now and then what did not. 404 also for what stands in another"
                    + " owner's branch.")
    Page<ReportView> list(
            @PathVariable String equipmentId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        EquipmentId equipment = new EquipmentId(equipmentId);
        register.get(equipment, caller);
        return history.newestFirst(equipment, limit, cursor);
    }
}
