package com.smartfitness.helper.replica;

import com.smartfitness.events.Role;
import com.smartfitness.events.UserStateEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Replica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who there is, and which branch a helper works for. */
@Component
@Replica(queue = "users", table = "known_user")
class UserReplica {

    record UserRow(String userId, Role role, @Nullable String branchId, UserStatus status) {}

    UserRow on(UserStateEvent user) {
        return new UserRow(user.userId(), user.role(), user.branchId(), user.status());
    }
}
