package com.smartfitness.auth.account;

import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/owners")
    @SecurityRequirements
    @Operation(summary = "Signs a branch owner up")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "email-taken")
    ResponseEntity<UserView> signUpOwner(@Valid @RequestBody OwnerSignUp request) {
        return created(accounts.signUp(request.signUp(), request.password()));
    }

    @PostMapping("/helpers")
    @SecurityRequirements
    @Operation(summary = "Signs a helper up for an open branch")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "email-taken")
    @ApiResponse(responseCode = "422", description = "unknown-branch or branch-closed")
    ResponseEntity<UserView> signUpHelper(@Valid @RequestBody HelperSignUp request) {
        return created(accounts.signUp(request.signUp(), request.password()));
    }

    @GetMapping("/users/me")
    @Operation(summary = "Shows what is kept of the signed-in user")
    ProfileView profile(@Parameter(hidden = true) Caller caller) {
        return ProfileView.of(accounts.get(new UserId(caller.userId())));
    }

    private static ResponseEntity<UserView> created(Account account) {
        return ResponseEntity.created(URI.create("/api/v1/users/" + account.id().value()))
                .body(UserView.of(account));
    }
}
