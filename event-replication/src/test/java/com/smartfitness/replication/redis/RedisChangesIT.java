package com.smartfitness.replication.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.NoteEvent.BoardNamedEvent;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.replication.example.MemberEvent.MemberLeftEvent;
import com.smartfitness.replication.outbox.OutboxLease;
import com.smartfitness.replication.outbox.PendingEvent;
import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.redis.Outcome.Made;
import com.smartfitness.replication.redis.Outcome.Refused;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisChangesIT {

    /** A note is written once. */
    private static final ChangeScript WRITE = ChangeScript.of("""
            if redis.call('exists', KEYS[1]) == 1 then
              return refuse('TAKEN')
            end
            redis.call('set', KEYS[1], ARGV[1])
            return redis.call('incrby', KEYS[2], ARGV[2])
            """);

    private static ServiceRedis redis;

    @BeforeAll
    static void connect() {
        redis = ServiceRedis.on(Stores.newRedis());
    }

    @AfterAll
    static void close() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis = redis.emptied();
    }

    @Test
    void changesAndPublishesInOne() {
        Outcome outcome = redis.changes().make(write("a", "A", new NoteWrittenEvent("a", "A")));

        assertThat(outcome).isEqualTo(new Made("3", List.of(new Version(1, 1))));
        assertThat(value("{notes}:note:a")).isEqualTo("A");
        assertThat(pending()).containsExactly("{\"id\":\"a\",\"text\":\"A\"}");
    }

    @Test
    void changesAndPublishesNothingWhereTheScriptRefuses() {
        redis.changes().make(write("a", "A", new NoteWrittenEvent("a", "A")));

        Outcome outcome = redis.changes().make(write("a", "B", new NoteWrittenEvent("a", "B")));

        assertThat(outcome).isEqualTo(new Refused("TAKEN"));
        assertThat(value("{notes}:note:a")).isEqualTo("A");
        assertThat(value("{notes}:count")).isEqualTo("3");
        assertThat(pending()).hasSize(1);
    }

    @Test
    void publishesSeveralKindsInTheOrderGiven() {
        Outcome outcome = redis.changes()
                .make(write(
                        "a",
                        "A",
                        new NoteWrittenEvent("a", "A"),
                        new BoardNamedEvent("kitchen", "Kitchen"),
                        new NoteWrittenEvent("a", "A2")));

        assertThat(outcome).isEqualTo(new Made("3", List.of(new Version(1, 1), new Version(1, 1), new Version(1, 2))));
        assertThat(pending())
                .containsExactlyInAnyOrder(
                        "{\"id\":\"a\",\"text\":\"A\"}",
                        "{\"id\":\"kitchen\",\"name\":\"Kitchen\"}",
                        "{\"id\":\"a\",\"text\":\"A2\"}");
    }

    @Test
    void forgetsForSnapshotsWhatIsNotKeptAnyLonger() {
        redis.changes().make(written("brief").keptFor(Duration.ofMillis(1)));
        redis.changes().make(written("long").keptFor(Duration.ofHours(1)));
        redis.changes().make(written("for good"));
        assertThat(pending()).hasSize(3);

        Eventually.becomes(
                "the brief one is forgotten",
                () -> {
                    redis.changes().make(written("long").keptFor(Duration.ofHours(1)));
                    return redis.outbox().published("note", null, 10).states().stream()
                            .map(PublishedPage.PublishedState::id)
                            .toList();
                },
                List.of("for good", "long")::equals);
    }

    private static RedisChange written(String id) {
        return ChangeScript.nothing().on().publishing(new NoteWrittenEvent(id, "N"));
    }

    @Test
    void letsBytesArriveAsTheyAre() {
        byte[] template = {0, -1, 13, 10, -128, 127};

        redis.changes().make(WRITE.on(key("note", "a"), key("count")).with(template, 1L));

        byte[] stored = redis.link().call(commands -> commands.get(RedisLink.bytes("{notes}:note:a")));
        assertThat(stored).isEqualTo(template);
    }

    @Test
    void makesManyChangesAtOnce() {
        List<CompletableFuture<Outcome>> started = IntStream.range(0, 200)
                .mapToObj(i -> redis.changes().start(write("n" + i, "N", new NoteWrittenEvent("n" + i, "N"))))
                .toList();

        assertThat(started).allSatisfy(change -> assertThat(change.join()).isInstanceOf(Made.class));
        assertThat(value("{notes}:count")).isEqualTo("600");
        assertThat(redis.outbox().backlog().pending()).isEqualTo(200);
    }

    @Test
    void sendsAScriptAgainThatRedisHasForgotten() {
        redis.changes().make(write("a", "A"));
        redis.link().call(commands -> commands.scriptFlush());

        assertThat(redis.changes().make(write("b", "B"))).isInstanceOf(Made.class);
    }

    @Test
    void refusesKeysThatAClusterWouldKeepElsewhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        redis.changes().make(WRITE.on("note:a", key("count")).with("A", 1)))
                .withMessage("What changes together begins with {notes}:, but this does not: note:a");
    }

    @Test
    void refusesOtherServicesEvents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.changes().make(write("a", "A", new MemberLeftEvent("M1"))))
                .withMessage("notes may not publish members.member-left.v1: it is another service's event");
        assertThat(value("{notes}:note:a")).isNull();
    }

    @Test
    void refusesArgumentsThatLuaWouldNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WRITE.on(key("note", "a")).with(List.of()))
                .withMessageStartingWith("An argument is text, a number or bytes");
    }

    @Test
    void saysWhatIsWrongWithAScript() {
        ChangeScript broken = ChangeScript.of("redis.call('incr', KEYS[1])");
        redis.changes().make(write("a", "A"));

        assertThatExceptionOfType(RedisCommandExecutionException.class)
                .isThrownBy(() ->
                        redis.changes().make(broken.on(key("note", "a")).publishing(new NoteWrittenEvent("a", "A"))))
                .withMessageContaining("not an integer");
        assertThat(pending()).isEmpty();
    }

    @Test
    void raisesTheEpochOfAStoreThatHasLostWhatItAcknowledged() {
        redis.publish(new NoteWrittenEvent("a", "A"));
        redis.publish(new NoteWrittenEvent("b", "B"));
        redis.console().opsForHash().put("{notes}:replication:source", "position", "1");

        assertThat(redis.outbox().epoch()).isEqualTo(1);
        try (OutboxLease lease = redis.outbox().tryLease().orElseThrow()) {
            lease.next(10, List.of(), List.of());
            assertThat(lease.epoch()).isEqualTo(2);
        }
        assertThat(redis.publish(new NoteWrittenEvent("c", "C")).versions()).containsExactly(new Version(2, 1));
        assertThat(redis.outbox().epoch()).isEqualTo(2);
    }

    private static RedisChange write(String note, String text, DomainEvent... events) {
        return WRITE.on(key("note", note), key("count")).with(text, 3).publishing(events);
    }

    private static String key(String... parts) {
        return redis.changes().key(parts);
    }

    private static String value(String key) {
        return redis.console().opsForValue().get(key);
    }

    private static List<String> pending() {
        try (OutboxLease lease = redis.outbox().tryLease().orElseThrow()) {
            return lease.next(100, List.of(), List.of()).stream()
                    .map(PendingEvent::event)
                    .map(event -> new String(event.data(), UTF_8))
                    .toList();
        }
    }
}
