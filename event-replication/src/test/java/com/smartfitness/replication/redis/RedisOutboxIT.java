package com.smartfitness.replication.redis;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.OutboxContract;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.testing.stores.Stores;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class RedisOutboxIT extends OutboxContract {

    private static final ChangeScript SECOND_THOUGHTS = ChangeScript.of("return refuse('SECOND_THOUGHTS')");

    private static ServiceRedis redis;

    @BeforeAll
    static void connect() {
        redis = ServiceRedis.on(Stores.newRedis());
    }

    @AfterAll
    static void close() {
        redis.close();
    }

    /** A new process, too: this one would notice that its store has forgotten something. */
    @Override
    protected void empty() {
        redis = redis.emptied();
    }

    @Override
    protected Outbox outbox() {
        return redis.outbox();
    }

    @Override
    protected List<Version> commit(DomainEvent... events) {
        return redis.publish(events).versions();
    }

    /** All of a change is one script, so what comes before its commit comes before it. */
    @Override
    protected void commitAfter(Runnable meanwhile, DomainEvent event) {
        RedisChange change = ChangeScript.nothing().on().publishing(event);
        meanwhile.run();
        redis.changes().make(change);
    }

    @Override
    protected void rollBack(DomainEvent event) {
        redis.changes().make(SECOND_THOUGHTS.on().publishing(event));
    }

    /** A session is time in which nobody may take the lease; this lets it pass. */
    @Override
    protected void breakSession(OutboxLease lease) {
        redis.console().opsForHash().put("{notes}:replication:lease", "until", "0");
    }
}
