package com.smartfitness.branchowner;

import com.smartfitness.events.Role;
import java.util.UUID;

/** Somebody with a token. */
record User(String id, Role role) {

    static User anOwner() {
        return any(Role.BRANCH_OWNER);
    }

    static User aHelper() {
        return any(Role.HELPER);
    }

    static User any(Role role) {
        return new User("U-" + UUID.randomUUID(), role);
    }
}
