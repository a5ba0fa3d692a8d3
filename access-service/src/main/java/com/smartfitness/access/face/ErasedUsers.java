package com.smartfitness.access.face;

import com.smartfitness.events.UserErasedEvent;
import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.redis.RedisChanges;
import org.springframework.stereotype.Component;

/** Users who are forgotten take their faces with them. */
@Component
@Reaction(queue = "erased-users")
class ErasedUsers {

    private final FaceStore faces;
    private final RedisChanges changes;

    ErasedUsers(FaceStore faces, RedisChanges changes) {
        this.faces = faces;
        this.changes = changes;
    }

    void on(UserErasedEvent erased) {
        faces.erasure(erased.userId()).ifPresent(changes::enlist);
    }
}
