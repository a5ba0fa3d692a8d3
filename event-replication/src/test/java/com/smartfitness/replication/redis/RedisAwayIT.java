package com.smartfitness.replication.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import com.smartfitness.stack.RedisFacts;
import com.smartfitness.testing.servers.TestRedis;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import com.smartfitness.testing.stores.TcpLink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RedisAwayIT {

    private static final ReplicaDefinition REPLICA =
            new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);

    @Test
    void saysThatTheStoreIsAwayAndGoesOnWhenItIsBack() {
        try (TestRedis server = Stores.startOwnRedis();
                ServiceRedis redis = ServiceRedis.on(server.ensureUser("notes"))) {
            RedisInbox inbox = new RedisInbox(redis.link(), redis.changes());
            RedisReplicaStore replicas = redis.replicaStore();
            replicas.open(REPLICA);
            replicas.begin(REPLICA, 1);
            redis.publish(new NoteWrittenEvent("a", "first"));
            OutboxLease lease = redis.outbox().tryLease().orElseThrow();
            List<PendingEvent> taken = lease.next(10, List.of(), List.of());

            server.stop();

            Stream.<ThrowingCallable>of(
                            () -> redis.publish(new NoteWrittenEvent("a", "second")),
                            () -> redis.outbox().tryLease(),
                            () -> redis.outbox().backlog(),
                            () -> redis.outbox().published("note", null, 10),
                            () -> redis.outbox().epoch(),
                            () -> redis.outbox().raiseEpoch(),
                            () -> lease.next(10, List.of(), List.of()),
                            () -> lease.remove(taken, Map.of()),
                            lease::sequences,
                            lease::epoch,
                            () -> inbox.once("readers.notes", "e1", () -> {}),
                            () -> inbox.prune(Instant.now()),
                            () -> replicas.open(REPLICA),
                            () -> replicas.apply(REPLICA, List.of(), Map.of("any", new Version(1, 1))),
                            () -> replicas.seen(REPLICA),
                            () -> replicas.progress(REPLICA),
                            () -> replicas.begin(REPLICA, 1),
                            () -> replicas.advance(REPLICA, List.of(), new ChunkPlace(1, 1, null, null)),
                            () -> redis.replicaRows().rows("known_note", KnownNote.class))
                    .forEach(call -> assertThatExceptionOfType(StoreUnavailableException.class)
                            .isThrownBy(call));
            lease.close();

            server.start();

            Eventually.becomes(
                    "the outbox is back", () -> redis.outbox().backlog().pending(), pending -> pending == 1);
            assertThat(replicas.progress(REPLICA).running()).isTrue();
            assertThat(inbox.once("readers.notes", "e1", () -> {})).isTrue();
            assertThat(lease.next(10, List.of(), List.of())).hasSize(1);
            assertThat(redis.outbox().epoch()).isEqualTo(1);
        }
    }

    /**
     * A client that sends again what had no answer would count twice what was counted; one that forgets it would leave
     * who waits for the answer waiting.
     */
    @Test
    void makesNoChangeTwiceWhenTheConnectionBreaksAndSaysSoAtOnce() {
        RedisFacts facts = Stores.newRedis();
        try (TcpLink link = TcpLink.to(facts.port());
                ServiceRedis redis = ServiceRedis.on(
                        new RedisFacts(facts.host(), link.port(), facts.username(), facts.password()),
                        Duration.ofHours(1));
                ServiceRedis console = ServiceRedis.on(facts)) {
            RedisChange count = ChangeScript.of("return redis.call('incr', KEYS[1])")
                    .on(redis.changes().key("count"));
            redis.changes().make(count);

            link.stallReplies();
            CompletableFuture<Outcome> unanswered = redis.changes().start(count);
            Eventually.holds("it is made", () -> countIn(console) == 2);
            link.cut();
            link.restore();

            Eventually.holds("nobody waits for its answer", unanswered::isDone);
            assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> RedisLink.await(unanswered));
            Eventually.holds("the connection is back", () -> redis.outbox().epoch() == 1);
            assertThat(countIn(console)).isEqualTo(2);
        }
    }

    /** What is on its way into a connection that breaks is neither sent nor forgotten. */
    @Test
    void leavesNobodyWaitingWhenTheServerIsKilled() {
        try (TestRedis server = Stores.startOwnRedis();
                ServiceRedis redis = ServiceRedis.on(server.ensureUser("notes"), Duration.ofHours(1))) {
            RedisChange count = ChangeScript.of("return redis.call('incr', KEYS[1])")
                    .on(redis.changes().key("count"));
            redis.changes().make(count);
            Queue<CompletableFuture<Outcome>> answers = new ConcurrentLinkedQueue<>();
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                while (answers.stream().noneMatch(CompletableFuture::isCompletedExceptionally)) {
                    for (int i = 0; i < 100; i++) {
                        answers.add(redis.changes().start(count));
                    }
                }
            });
            Eventually.holds("changes are made", () -> answers.stream().anyMatch(CompletableFuture::isDone));

            server.kill();

            sending.join();
            Eventually.holds(
                    "nobody waits for an answer", () -> answers.stream().allMatch(CompletableFuture::isDone));
        }
    }

    private static long countIn(ServiceRedis redis) {
        return Long.parseLong(redis.console().opsForValue().get("{notes}:count"));
    }
}
