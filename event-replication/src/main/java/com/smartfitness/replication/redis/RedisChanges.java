package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.bytes;
import static com.smartfitness.replication.redis.RedisLink.text;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.outbox.OwnEvents;
import com.smartfitness.replication.outbox.OwnEvents.Draft;
import com.smartfitness.replication.redis.Outcome.Made;
import com.smartfitness.replication.redis.Outcome.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Changes a service's data in Redis and publishes what the change has to say, in one script and one round trip: both
 * happen or neither. What PostgreSQL's services do with a transaction and {@code EventPublisher}, Redis' do with this.
 *
 * {@snippet :
 * private static final ChangeScript ENTER = ChangeScript.of("""
 *         if redis.call('exists', KEYS[1]) == 1 then
 *           return refuse('NONCE_USED')
 *         end
 *         redis.call('set', KEYS[1], '', 'px', ARGV[1])
 *         redis.call('hset', KEYS[2], 'user', ARGV[2])
 *         """);
 *
 * Outcome outcome = changes.make(ENTER.on(changes.key("nonce", nonce), changes.key("entry", entryId))
 *         .with(millis, userId)
 *         .publishing(new AccessGrantedEvent(...)));
 * }
 */
public final class RedisChanges {

    private final RedisLink link;
    private final RedisKeys keys;
    private final OwnEvents own;
    private final Runnable wakeRelay;

    public RedisChanges(RedisLink link, String service, OwnEvents own, Runnable wakeRelay) {
        this.link = link;
        this.keys = new RedisKeys(service);
        this.own = own;
        this.wakeRelay = wakeRelay;
    }

    /** The key of something of the service's own, e.g. {@code {access}:entry:E1} for {@code entry} and {@code E1}. */
    public String key(String... parts) {
        return keys.of(parts);
    }

    /**
     * Makes a change.
     *
     * @throws StoreUnavailableException when Redis cannot be reached or cannot take writes now; if the connection broke
     *     or the time was up while the change was under way, it may have been made
     * @throws IllegalArgumentException if a key is not the service's own, or an event may not be published
     */
    public Outcome make(RedisChange change) {
        return RedisLink.await(start(change));
    }

    /** Makes a change without waiting; what {@link #make} throws is what the future fails with. */
    public CompletableFuture<Outcome> start(RedisChange change) {
        if (Effect.RUNNING.isBound()) {
            throw new IllegalStateException("A reaction enlists its change, which is made when it ends");
        }
        return run(change, "").thenApply(this::outcome);
    }

    /**
     * Has a change made when the running {@link com.smartfitness.replication.Reaction} ends, by the script that remembers
     * its event: both happen or neither. If the change refuses, nothing is changed and the event is handled.
     *
     * @throws IllegalStateException if no reaction runs on this thread, or it has enlisted a change before
     */
    public void enlist(RedisChange change) {
        if (!Effect.RUNNING.isBound()) {
            throw new IllegalStateException("Only a reaction enlists its change; make it");
        }
        Effect.RUNNING.get().enlist(change);
    }

    /** Makes a change and remembers what has been handled, unless it is remembered already. Returns whether it was not. */
    boolean makeOnce(RedisChange change, String handled) {
        List<Object> reply = RedisLink.await(run(change, handled));
        if (text(reply.getFirst()).equals("HANDLED")) {
            return false;
        }
        outcome(reply);
        return true;
    }

    RedisKeys keys() {
        return keys;
    }

    private CompletableFuture<List<Object>> run(RedisChange change, String handled) {
        requireOwn(change.keys());
        List<Draft> drafts = change.events().stream().map(own::draft).toList();
        List<String> kinds = drafts.stream().map(Draft::aggregate).distinct().toList();
        List<String> allKeys = new ArrayList<>(List.of(keys.source(), keys.kinds(), keys.inbox()));
        for (String kind : kinds) {
            allKeys.addAll(List.of(keys.state(kind), keys.ids(kind), keys.outbox(kind), keys.ends(kind)));
        }
        allKeys.addAll(change.keys());

        Version seen = link.seen();
        List<byte[]> arguments = new ArrayList<>(List.of(
                bytes(seen.epoch()),
                bytes(seen.counter()),
                bytes(handled),
                bytes(System.currentTimeMillis()),
                bytes(change.kept().toMillis()),
                bytes(kinds.size()),
                bytes(drafts.size())));
        kinds.forEach(kind -> arguments.add(bytes(kind)));
        for (Draft draft : drafts) {
            arguments.addAll(List.of(
                    bytes(kinds.indexOf(draft.aggregate()) + 1),
                    bytes(draft.aggregateId()),
                    bytes(draft.type()),
                    bytes(draft.id().toString()),
                    bytes(draft.mandatory() ? "1" : "0"),
                    bytes(draft.time().toString()),
                    bytes(draft.traceparent() == null ? "" : draft.traceparent()),
                    bytes(draft.data())));
        }
        arguments.addAll(change.arguments());
        return link.start(change.script().script(), allKeys, arguments);
    }

    private Outcome outcome(List<Object> reply) {
        if (text(reply.getFirst()).equals("REFUSED")) {
            return new Refused(text(reply.get(1)));
        }
        long epoch = (Long) reply.get(1);
        link.saw(epoch, (Long) reply.get(2));
        List<Version> versions = ((List<?>) reply.get(3))
                .stream().map(counter -> new Version(epoch, (Long) counter)).toList();
        if (!versions.isEmpty()) {
            wakeRelay.run();
        }
        Object answer = reply.size() > 4 ? reply.get(4) : null;
        return new Made(answer == null ? null : text(answer), versions);
    }

    private void requireOwn(List<String> changed) {
        for (String key : changed) {
            if (!keys.owns(key)) {
                throw new IllegalArgumentException(
                        "What changes together begins with " + keys.of() + ", but this does not: " + key);
            }
        }
    }
}
