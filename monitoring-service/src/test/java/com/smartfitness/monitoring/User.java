package com.smartfitness.monitoring;

import com.smartfitness.events.Role;
import java.util.UUID;

/** Somebody with a token. */
public record User(String id, Role role) {

    public static User anOwner() {
        return any(Role.BRANCH_OWNER);
    }

    public static User anOperator() {
        return any(Role.OPERATOR);
    }

    public static User any(Role role) {
        return new User("U-" + UUID.randomUUID(), role);
    }
}
