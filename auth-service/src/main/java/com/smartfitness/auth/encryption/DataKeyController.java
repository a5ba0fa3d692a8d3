package com.smartfitness.auth.encryption;

import com.smartfitness.auth.Source;
import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@PreAuthorize("hasRole('OPERATOR')")
class DataKeyController {

    private final KeySetRotation rotation;

    DataKeyController(KeySetRotation rotation) {
        this.rotation = rotation;
    }

    @GetMapping("/api/v1/data-keys")
    @Operation(summary = "Shows which key encrypts, and how many rows are still under former ones")
    KeySetRotation.Progress progress() {
        return rotation.progress();
    }

    @PostMapping("/api/v1/data-keys")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Begins a new key and encrypts everything anew in the background; GET shows how far it is")
    @ApiResponse(responseCode = "202")
    @ApiResponse(responseCode = "409", description = "key-set-not-a-file")
    KeySetRotation.Progress rotate(@Parameter(hidden = true) Caller caller, HttpServletRequest http) {
        return rotation.rotate(caller.userId(), Source.of(http));
    }
}
