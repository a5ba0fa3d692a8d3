package com.smartfitness.access.gate;

import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.device.DeviceProofFormat;
import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accesses")
class AccessController {

    private final Codes codes;
    private final Openings openings;

    AccessController(Codes codes, Openings openings) {
        this.codes = codes;
        this.openings = openings;
    }

    record CodeRequest(@NotBlank @Size(max = 1_000) String code) {}

    @Operation(
            summary = "Enter with a scanned code",
            description = "The gate that shows the code opens within a second.")
    @PostMapping
    @PreAuthorize("hasAnyRole('CUSTOMER', 'HELPER')")
    ResponseEntity<AccessAnswer> enter(@Valid @RequestBody CodeRequest request, Caller caller) {
        AccessAnswer answer = codes.use(caller, request.code());
        return ResponseEntity.created(URI.create("/api/v1/accesses/" + answer.accessId()))
                .body(answer);
    }

    @Operation(
            summary = "Report what a gate did with its command",
            description = "Signed by the gate. What is not reported in time counts as failed.")
    @Parameter(name = DeviceProofFormat.HEADER, in = ParameterIn.HEADER, required = true)
    @PostMapping("/{accessId}/outcome")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(DeviceProof proof, @PathVariable String accessId, @Valid @RequestBody OutcomeRequest request) {
        openings.report(proof, accessId, request);
    }
}
