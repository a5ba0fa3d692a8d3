package com.smartfitness.auth.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.smartfitness.auth.Source;
import com.smartfitness.auth.account.AccountChanges;
import com.smartfitness.auth.account.Credentials;
import com.smartfitness.auth.account.UserId;
import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TokenController {

    private static final Duration KEYS_FRESH = Duration.ofMinutes(1);

    private final Credentials credentials;
    private final AccountChanges accounts;
    private final Sessions sessions;
    private final SigningKeyRepository keys;
    private final Clock clock;

    TokenController(
            Credentials credentials,
            AccountChanges accounts,
            Sessions sessions,
            SigningKeyRepository keys,
            Clock clock) {
        this.credentials = credentials;
        this.accounts = accounts;
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    @PostMapping("/api/v1/tokens")
    @SecurityRequirements
    @Operation(summary = "Signs in: exchanges an e-mail and a password for tokens")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "401", description = "wrong-credentials, whichever of the two is wrong")
    @ApiResponse(responseCode = "429", description = "too-many-attempts, for this e-mail or from this address")
    @ApiResponse(responseCode = "503", description = "too-busy: more sign-ins than passwords can be hashed for")
    TokenView signIn(@Valid @RequestBody SignIn request, HttpServletRequest http) {
        return sessions.begin(credentials.signIn(request.email(), request.password(), Source.of(http)));
    }

    @PostMapping("/api/v1/tokens/refresh")
    @SecurityRequirements
    @Operation(
            summary = "Exchanges a refresh token for new tokens; it is good once, and using it twice ends the session")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "401", description = "session-ended")
    TokenView refresh(@Valid @RequestBody RefreshRequest request, HttpServletRequest http) {
        return sessions.refresh(request.refreshToken(), Source.of(http));
    }

    @PostMapping("/api/v1/tokens/revocation")
    @SecurityRequirements
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Signs out: ends the session of a refresh token, if there is one")
    @ApiResponse(responseCode = "204")
    void signOut(@Valid @RequestBody RefreshRequest request, HttpServletRequest http) {
        sessions.end(request.refreshToken(), Source.of(http));
    }

    @PutMapping("/api/v1/users/me/password")
    @Operation(summary = "Changes the signed-in user's password; ends all sessions and begins a new one")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "422", description = "wrong-password")
    @ApiResponse(responseCode = "429", description = "too-many-attempts")
    TokenView changePassword(
            @Parameter(hidden = true) Caller caller,
            @Valid @RequestBody PasswordChange request,
            HttpServletRequest http) {
        return sessions.begin(accounts.changePassword(
                new UserId(caller.userId()), request.currentPassword(), request.newPassword(), Source.of(http)));
    }

    @GetMapping("/.well-known/jwks.json")
    @SecurityRequirements
    @Operation(summary = "Shows the keys that access tokens are verified with (RFC 7517)")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEYS_FRESH).cachePublic())
                .body(new JWKSet(keys.usableAt(clock.instant())).toJSONObject(true));
    }
}
