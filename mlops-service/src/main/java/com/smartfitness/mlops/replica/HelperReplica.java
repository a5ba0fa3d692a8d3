package com.smartfitness.mlops.replica;

import com.smartfitness.events.Role;
import com.smartfitness.events.UserStateEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Replica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The helpers, whose tasks are learnt from. */
@Component
@Replica(queue = "users", table = "known_helper")
class HelperReplica {

    record KnownPerson(
            String userId, String alias, @Nullable String branchId, UserStatus status) {}

    @Nullable KnownPerson on(UserStateEvent user) {
        return user.role() == Role.HELPER
                ? new KnownPerson(user.userId(), user.alias(), user.branchId(), user.status())
                : null;
    }
}
