package com.smartfitness.auth.account;

import com.smartfitness.auth.replica.BranchId;
import com.smartfitness.events.Role;
import com.smartfitness.events.UserCreatedEvent;
import com.smartfitness.events.UserDeactivatedEvent;
import com.smartfitness.events.UserStateEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.events.UserUpdatedEvent;
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
        @Nullable String cardLastFour,
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
                wish.card() == null ? null : wish.card().lastFour(),
                now);
    }

    /** What all services may know of a new account. */
    UserCreatedEvent created() {
        return new UserCreatedEvent(id.value(), role, alias, branch(), status, createdAt);
    }

    /** What all services may know after a change. */
    UserStateEvent changed() {
        return switch (status) {
            case ACTIVE -> new UserUpdatedEvent(id.value(), role, alias, branch(), status, createdAt);
            case DEACTIVATED -> new UserDeactivatedEvent(id.value(), role, alias, branch(), status, createdAt);
        };
    }

    Account with(ProfileChange change) {
        return new Account(
                id,
                role,
                status,
                change.alias(),
                branchId,
                email,
                change.name(),
                change.phone(),
                cardLastFour,
                createdAt);
    }

    Account with(UserStatus newStatus) {
        return new Account(id, role, newStatus, alias, branchId, email, name, phone, cardLastFour, createdAt);
    }

    private @Nullable String branch() {
        return branchId == null ? null : branchId.value();
    }

    @Override
    public String toString() {
        return "account " + id.value();
    }
}
