package com.smartfitness.replication.example.redis.rewards;

import com.smartfitness.replication.Reaction;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import com.smartfitness.replication.redis.ChangeScript;
import com.smartfitness.replication.redis.RedisChanges;
import org.springframework.stereotype.Component;

/** Gives every new member something, once; what is given twice is counted. */
@Component
@Reaction(queue = "welcome-gifts")
class WelcomeGift {

    private static final ChangeScript GIVE = ChangeScript.of("redis.call('hincrby', KEYS[1], ARGV[1], 1)");

    private final RedisChanges changes;

    WelcomeGift(RedisChanges changes) {
        this.changes = changes;
    }

    void on(MemberJoinedEvent joined) {
        changes.enlist(GIVE.on(changes.key("gift")).with(joined.memberId()));
    }
}
