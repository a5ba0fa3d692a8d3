package com.smartfitness.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as operators see it: nothing personal. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountView(
        String userId,
        Role role,
        UserStatus status,
        String alias,
        @Nullable String branchId,
        Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id().value(),
                account.role(),
                account.status(),
                account.alias(),
                account.branchId() == null ? null : account.branchId().value(),
                account.createdAt());
    }
}
