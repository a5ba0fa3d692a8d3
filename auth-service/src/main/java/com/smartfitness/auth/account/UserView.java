package com.smartfitness.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.events.Role;
import org.jspecify.annotations.Nullable;

/** A user as everybody may see them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UserView(
        String userId, Role role, String alias, @Nullable String branchId) {

    static UserView of(Account account) {
        return new UserView(
                account.id().value(),
                account.role(),
                account.alias(),
                account.branchId() == null ? null : account.branchId().value());
    }
}
