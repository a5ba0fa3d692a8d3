package com.smartfitness.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user as only they may see themselves. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileView(
        String userId,
        Role role,
        String alias,
        @Nullable String branchId,
        String email,
        String name,
        @Nullable String phone,
        @Nullable String cardLastFour,
        Instant createdAt) {

    static ProfileView of(Account account) {
        return new ProfileView(
                account.id().value(),
                account.role(),
                account.alias(),
                account.branchId() == null ? null : account.branchId().value(),
                account.email().value(),
                account.name(),
                account.phone(),
                account.cardLastFour(),
                account.createdAt());
    }

    @Override
    public String toString() {
        return "the profile of " + userId;
    }
}
