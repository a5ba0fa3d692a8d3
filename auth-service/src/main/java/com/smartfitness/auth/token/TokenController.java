package com.smartfitness.auth.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.smartfitness.auth.account.Accounts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TokenController {

    private static final Duration KEYS_FRESH = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final AccessTokens tokens;
    private final SigningKeyRepository keys;
    private final Clock clock;

    TokenController(Accounts accounts, AccessTokens tokens, SigningKeyRepository keys, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.keys = keys;
        this.clock = clock;
    }

    @PostMapping("/api/v1/tokens")
    @SecurityRequirements
    @Operation(summary = "Signs in: exchanges an e-mail and a password for an access token")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "401", description = "wrong-credentials, whichever of the two is wrong")
    @ApiResponse(responseCode = "503", description = "too-busy: more sign-ins than passwords can be hashed for")
    TokenView signIn(@Valid @RequestBody SignIn request) {
        return tokens.issue(accounts.signIn(request.email(), request.password()));
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
