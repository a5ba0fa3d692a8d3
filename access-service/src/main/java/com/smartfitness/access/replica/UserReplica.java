package com.smartfitness.access.replica;

import com.smartfitness.events.Role;
import com.smartfitness.events.UserStateEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Replica;
import org.springframework.stereotype.Component;

/** Who there is, and who may still enter. */
@Component
@Replica(queue = "users", table = UserReplica.TABLE)
class UserReplica {

    static final String TABLE = "known_user";

    record UserRow(String userId, Role role, UserStatus status) {}

    UserRow on(UserStateEvent user) {
        return new UserRow(user.userId(), user.role(), user.status());
    }
}
