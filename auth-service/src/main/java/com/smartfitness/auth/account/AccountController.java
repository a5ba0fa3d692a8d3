package com.smartfitness.auth.account;

import com.smartfitness.auth.Source;
import com.smartfitness.auth.audit.AuditAction;
import com.smartfitness.auth.audit.AuditLog;
import com.smartfitness.defaults.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class AccountController {

    private final Accounts accounts;
    private final AccountChanges changes;
    private final CustomerCards cards;
    private final AuditLog audit;

    AccountController(Accounts accounts, AccountChanges changes, CustomerCards cards, AuditLog audit) {
        this.accounts = accounts;
        this.changes = changes;
        this.cards = cards;
        this.audit = audit;
    }

    @PostMapping("/customers")
    @SecurityRequirements
    @Operation(summary = "Signs a customer up, after a check that the card is theirs")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "email-taken")
    @ApiResponse(responseCode = "422", description = "card-refused; nothing was stored")
    @ApiResponse(responseCode = "429", description = "too-many-attempts: cards from this address")
    @ApiResponse(responseCode = "503", description = "card-check-unavailable, or too-busy; nothing was stored")
    ResponseEntity<UserView> signUpCustomer(@Valid @RequestBody CustomerSignUp request, HttpServletRequest http) {
        cards.require(request.card(), request.name(), Source.of(http));
        return created(accounts.signUp(request.signUp(), request.password(), Source.of(http)));
    }

    @PostMapping("/owners")
    @SecurityRequirements
    @Operation(summary = "Signs a branch owner up")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "email-taken")
    ResponseEntity<UserView> signUpOwner(@Valid @RequestBody OwnerSignUp request, HttpServletRequest http) {
        return created(accounts.signUp(request.signUp(), request.password(), Source.of(http)));
    }

    @PostMapping("/helpers")
    @SecurityRequirements
    @Operation(summary = "Signs a helper up for an open branch")
    @ApiResponse(responseCode = "201")
    @ApiResponse(responseCode = "409", description = "email-taken")
    @ApiResponse(responseCode = "422", description = "unknown-branch or branch-closed")
    ResponseEntity<UserView> signUpHelper(@Valid @RequestBody HelperSignUp request, HttpServletRequest http) {
        return created(accounts.signUp(request.signUp(), request.password(), Source.of(http)));
    }

    @GetMapping("/users/me")
    @Operation(summary = "Shows what is kept of the signed-in user")
    ProfileView profile(@Parameter(hidden = true) Caller caller, HttpServletRequest http) {
        Account account = accounts.get(new UserId(caller.userId()));
        audit.ofThemselves(AuditAction.PROFILE_READ, caller.userId(), Source.of(http));
        return ProfileView.of(account);
    }

    @PutMapping("/users/me")
    @Operation(summary = "Changes what the signed-in user is called and reached by")
    ProfileView changeProfile(
            @Parameter(hidden = true) Caller caller,
            @Valid @RequestBody ProfileChange request,
            HttpServletRequest http) {
        return ProfileView.of(changes.changeProfile(new UserId(caller.userId()), request, Source.of(http)));
    }

    @PostMapping("/users/me/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forgets the signed-in user, here and in all services; cannot be undone")
    @ApiResponse(responseCode = "204")
    @ApiResponse(responseCode = "409", description = "own-account: operators cannot erase themselves")
    @ApiResponse(responseCode = "422", description = "wrong-password")
    @ApiResponse(responseCode = "429", description = "too-many-attempts")
    void erase(
            @Parameter(hidden = true) Caller caller,
            @Valid @RequestBody Confirmation request,
            HttpServletRequest http) {
        changes.erase(new UserId(caller.userId()), request.password(), Source.of(http));
    }

    @GetMapping("/users/{userId}")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(summary = "Shows an account to operators, without anything personal")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "404", description = "account-not-found")
    AccountView account(
            @Parameter(hidden = true) Caller caller,
            @PathVariable @Size(max = 100) String userId,
            HttpServletRequest http) {
        Account account = accounts.get(new UserId(userId));
        audit.write(AuditAction.ACCOUNT_READ, caller.userId(), userId, Source.of(http), null);
        return AccountView.of(account);
    }

    @PutMapping("/users/{userId}/status")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(summary = "Takes an account out of use, or back into it")
    @ApiResponse(responseCode = "200", description = "All services refuse a deactivated user within seconds")
    @ApiResponse(responseCode = "404", description = "account-not-found")
    @ApiResponse(responseCode = "409", description = "own-account")
    AccountView setStatus(
            @Parameter(hidden = true) Caller caller,
            @PathVariable @Size(max = 100) String userId,
            @Valid @RequestBody StatusChange request,
            HttpServletRequest http) {
        return AccountView.of(
                changes.setStatus(new UserId(userId), request.status(), new UserId(caller.userId()), Source.of(http)));
    }

    private static ResponseEntity<UserView> created(Account account) {
        return ResponseEntity.created(URI.create("/api/v1/users/" + account.id().value()))
                .body(UserView.of(account));
    }
}
