package com.smartfitness.replication.redis;

import org.jspecify.annotations.Nullable;

/** What a running reaction wants to have changed when it has ended. */
final class Effect {

    /** Bound while a reaction runs. */
    static final ScopedValue<Effect> RUNNING = ScopedValue.newInstance();

    private @Nullable RedisChange change;

    void enlist(RedisChange enlisted) {
        if (change != null) {
            throw new IllegalStateException("A reaction makes one change: Redis could not take the first back"
                    + " if the second were refused. One script may do both");
        }
        change = enlisted;
    }

    RedisChange change() {
        return change == null ? ChangeScript.nothing().on() : change;
    }
}
