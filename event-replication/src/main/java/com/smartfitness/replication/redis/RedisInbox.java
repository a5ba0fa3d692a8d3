package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.bytes;

import com.smartfitness.replication.inbox.Inbox;
import java.time.Instant;
import java.util.List;

/**
 * The inbox in the service's own Redis. The change that an effect has enlisted is made by the script that remembers the
 * event, so both happen or neither; whatever else an effect does may happen again.
 */
public final class RedisInbox implements Inbox {

    private static final LuaScript PRUNE = LuaScript.relieving(LuaScript.part("inbox-prune"));
    private static final int AT_ONCE = 1_000;

    private final RedisLink link;
    private final RedisChanges changes;
    private final String key;

    public RedisInbox(RedisLink link, RedisChanges changes) {
        this.link = link;
        this.changes = changes;
        this.key = changes.keys().inbox();
    }

    @Override
    public boolean once(String consumer, String eventId, Runnable effect) {
        String handled = consumer + "/" + eventId;
        if (link.call(redis -> redis.zscore(bytes(key), bytes(handled))) != null) {
            return false;
        }
        Effect collecting = new Effect();
        ScopedValue.where(Effect.RUNNING, collecting).run(effect);
        return changes.makeOnce(collecting.change(), handled);
    }

    @Override
    public long prune(Instant before) {
        long forgotten = 0;
        long last;
        do {
            last = (Long) link.run(PRUNE, List.of(key), List.of(bytes(before.toEpochMilli()), bytes(AT_ONCE)))
                    .getFirst();
            forgotten += last;
        } while (last == AT_ONCE);
        return forgotten;
    }
}
