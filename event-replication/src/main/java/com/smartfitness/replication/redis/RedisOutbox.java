package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.bytes;
import static com.smartfitness.replication.redis.RedisLink.text;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.outbox.Outbox;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outbox in the service's own Redis: a stream of pending events for each kind of aggregate. */
public final class RedisOutbox implements Outbox {

    private static final LuaScript BACKLOG = LuaScript.reading(LuaScript.part("outbox-backlog"));
    private static final LuaScript PUBLISHED = LuaScript.reading(LuaScript.part("published"));
    private static final LuaScript PENDING = LuaScript.reading(LuaScript.part("outbox-pending"));
    private static final int LOOKED_THROUGH = 5_000;
    private static final byte[] EPOCH = bytes("epoch");

    private final RedisLink link;
    private final RedisKeys keys;

    /** Begins with epoch 1 where there was nothing. */
    public RedisOutbox(RedisLink link, ReplicationProperties properties) {
        this.link = link;
        this.keys = new RedisKeys(properties.service());
        link.call(redis -> redis.hsetnx(bytes(keys.source()), EPOCH, bytes(1)));
    }

    @Override
    public Optional<OutboxLease> tryLease() {
        RedisOutboxLease lease = new RedisOutboxLease(link, keys);
        return lease.take() ? Optional.of(lease) : Optional.empty();
    }

    @Override
    public Backlog backlog() {
        List<String> outboxes = link.call(redis -> redis.smembers(bytes(keys.kinds()))).stream()
                .map(RedisLink::text)
                .map(keys::outbox)
                .toList();
        if (outboxes.isEmpty()) {
            return new Backlog(0, null);
        }
        long pending = 0;
        Instant oldest = null;
        for (Object kind : link.run(BACKLOG, outboxes, List.of())) {
            List<?> facts = (List<?>) kind;
            pending += (Long) facts.get(0);
            for (StreamEntry entry : StreamEntry.all(facts.get(1))) {
                Instant time = Instant.parse(entry.value("time"));
                oldest = oldest == null || time.isBefore(oldest) ? time : oldest;
            }
        }
        return new Backlog(pending, oldest);
    }

    @Override
    public PublishedPage published(String aggregate, @Nullable String after, int limit) {
        List<Object> reply = link.run(
                PUBLISHED,
                List.of(keys.source(), keys.state(aggregate), keys.ids(aggregate), keys.sequences()),
                List.of(bytes(after == null ? "-" : "(" + after), bytes(limit)));
        List<?> ids = (List<?>) reply.get(1);
        List<?> stored = (List<?>) reply.get(2);
        List<PublishedState> states = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            states.add(state(text(ids.get(i)), text(stored.get(i))));
        }
        return new PublishedPage(
                (Long) reply.get(0),
                states,
                states.size() < limit ? null : states.getLast().id(),
                RedisOutboxLease.sequences((List<?>) reply.get(3)));
    }

    @Override
    public List<String> aggregates() {
        return link.call(redis -> redis.smembers(bytes(keys.kinds()))).stream()
                .map(RedisLink::text)
                .sorted()
                .toList();
    }

    @Override
    public boolean forgets(String aggregate) {
        return link.call(redis -> redis.exists(bytes(keys.ends(aggregate)))) > 0;
    }

    @Override
    public Set<String> pending(String aggregate, Collection<String> ids) {
        List<Object> reply = link.run(PENDING, List.of(keys.outbox(aggregate)), List.of(bytes(LOOKED_THROUGH)));
        if (reply.size() == LOOKED_THROUGH) {
            return Set.copyOf(ids);
        }
        Set<String> waiting = new HashSet<>();
        reply.forEach(id -> waiting.add(text(id)));
        waiting.retainAll(Set.copyOf(ids));
        return waiting;
    }

    @Override
    public long epoch() {
        return Long.parseLong(text(link.call(redis -> redis.hget(bytes(keys.source()), EPOCH))));
    }

    @Override
    public long raiseEpoch() {
        return link.call(redis -> redis.hincrby(bytes(keys.source()), EPOCH, 1));
    }

    private static PublishedState state(String id, String stored) {
        String[] parts = stored.split(" ", 4);
        return new PublishedState(id, parts[1], Long.parseLong(parts[0]), Instant.parse(parts[2]), parts[3]);
    }
}
