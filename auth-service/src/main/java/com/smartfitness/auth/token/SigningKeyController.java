package com.smartfitness.auth.token;

import com.smartfitness.auth.Source;
import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SigningKeyController {

    private final SigningKeyRing keys;

    SigningKeyController(SigningKeyRing keys) {
        this.keys = keys;
    }

    @PostMapping("/api/v1/signing-keys")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(
            summary =
                    "Makes the next signing key before its time; it signs once all services have had time to hear of it")
    @ApiResponse(responseCode = "201", description = "Tokens signed with the former key stay valid until they expire")
    ResponseEntity<SigningKeyView> rotate(@Parameter(hidden = true) Caller caller, HttpServletRequest http) {
        SigningKeyView key = SigningKeyView.of(keys.rotate(caller.userId(), Source.of(http)));
        return ResponseEntity.created(URI.create("/.well-known/jwks.json")).body(key);
    }
}
