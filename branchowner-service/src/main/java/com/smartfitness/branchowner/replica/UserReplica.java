package com.smartfitness.branchowner.replica;

import com.smartfitness.events.Role;
import com.smartfitness.events.UserStateEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Replica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Owners and helpers. Customers and operators are nobody's business here. */
@Component
@Replica(queue = "users", table = "known_user")
class UserReplica {

    record KnownUser(
            String userId,
            Role role,
            String alias,
            @Nullable String branchId,
            UserStatus status) {}

    @Nullable KnownUser on(UserStateEvent user) {
        return switch (user.role()) {
            case BRANCH_OWNER, HELPER ->
                new KnownUser(user.userId(), user.role(), user.alias(), user.branchId(), user.status());
            case CUSTOMER, OPERATOR -> null;
        };
    }
}
