package com.smartfitness.search.replica;

import com.smartfitness.events.UserStateEvent;
import com.smartfitness.events.UserStatus;
import com.smartfitness.replication.Replica;
import org.springframework.stereotype.Component;

/** Who there is. */
@Component
@Replica(queue = "users", table = KnownUsers.TABLE)
class UserReplica {

    record UserRow(String userId, UserStatus status) {}

    UserRow on(UserStateEvent user) {
        return new UserRow(user.userId(), user.status());
    }
}
