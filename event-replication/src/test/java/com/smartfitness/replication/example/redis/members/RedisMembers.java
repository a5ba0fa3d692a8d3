package com.smartfitness.replication.example.redis.members;

import com.smartfitness.replication.example.MemberEvent;
import com.smartfitness.replication.example.MemberEvent.MemberChangedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberJoinedEvent;
import com.smartfitness.replication.example.MemberEvent.MemberLeftEvent;
import com.smartfitness.replication.example.Membership;
import com.smartfitness.replication.redis.ChangeScript;
import com.smartfitness.replication.redis.Outcome;
import com.smartfitness.replication.redis.RedisChange;
import com.smartfitness.replication.redis.RedisChanges;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Changes members, whose visits are a hash by id, and publishes each change in the same script. */
@Component
class RedisMembers implements Membership {

    private static final ChangeScript JOIN = ChangeScript.of("""
            if redis.call('hsetnx', KEYS[1], ARGV[1], 0) == 0 then
              return refuse('KNOWN')
            end
            """);

    /** The event says how many visits there are, so the script sees to it that nobody was counted in between. */
    private static final ChangeScript VISIT = ChangeScript.of("""
            if redis.call('hget', KEYS[1], ARGV[1]) ~= ARGV[2] then
              return refuse('CHANGED')
            end
            redis.call('hincrby', KEYS[1], ARGV[1], 1)
            """);

    private static final ChangeScript LEAVE = ChangeScript.of("redis.call('hdel', KEYS[1], ARGV[1])");

    private final RedisChanges changes;
    private final StringRedisTemplate redis;

    RedisMembers(RedisChanges changes, StringRedisTemplate redis) {
        this.changes = changes;
        this.redis = redis;
    }

    @Override
    public boolean join(String memberId) {
        return isMade(JOIN, new MemberJoinedEvent(memberId, nameOf(memberId), 0));
    }

    @Override
    public boolean visit(String memberId) {
        String visits = visits(memberId);
        while (visits != null) {
            int next = Integer.parseInt(visits) + 1;
            if (isMade(VISIT, new MemberChangedEvent(memberId, nameOf(memberId), next), visits)) {
                return true;
            }
            visits = visits(memberId);
        }
        return false;
    }

    @Override
    public boolean leave(String memberId) {
        return isMade(LEAVE, new MemberLeftEvent(memberId));
    }

    private @Nullable String visits(String memberId) {
        return (String) redis.opsForHash().get(changes.key("member"), memberId);
    }

    private boolean isMade(ChangeScript script, MemberEvent event, Object... further) {
        RedisChange change = script.on(changes.key("member"))
                .with(event.memberId())
                .with(further)
                .publishing(event);
        return changes.make(change) instanceof Outcome.Made;
    }

    private static String nameOf(String memberId) {
        return "Member " + memberId;
    }
}
