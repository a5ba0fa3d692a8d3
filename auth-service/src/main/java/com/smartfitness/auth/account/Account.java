package com.smartfitness.auth.account;

import com.smartfitness.auth.replica.BranchId;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who has signed up. */
record Account(
        UserId id,
        Role role,
        UserStatus status,
        String alias,
        @Nullable BranchId branchId,
        EmailAddress email,
        String name,
        @Nullable String phone,
        Instant createdAt) {

    static Account of(SignUp wish, Instant now) {
        return new Account(
                UserId.create(),
                wish.role(),
                UserStatus.ACTIVE,
                wish.alias(),
                wish.branchId(),
                wish.email(),
                wish.name(),
                wish.phone(),
                now);
    }

    /** What all services may know. */
    UserCreatedEvent created() {
        String branch = branchId == null ? null : branchId.value();
        return new UserCreatedEvent(id.value(), role, alias, branch, status, createdAt);
    }

    @Override
    public String toString() {
        return "account " + id.value();
    }
}
