package com.smartfitness.replication.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.InspectedReplicaContract;
import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import com.smartfitness.testing.stores.Stores;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisReplicaStoreIT extends InspectedReplicaContract {

    private static final String ROWS = "{notes}:known_note";

    record PinnedNote(String noteId, String text, Instant pinnedAt) {}

    private static ServiceRedis redis;

    @BeforeAll
    static void connect() {
        redis = ServiceRedis.on(Stores.newRedis());
    }

    @AfterAll
    static void close() {
        redis.close();
    }

    @Override
    protected void empty() {
        redis = redis.emptied();
    }

    @Override
    protected RedisReplicaStore newStore() {
        return redis.replicaStore();
    }

    @Override
    protected ReplicaDefinition replica() {
        return new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);
    }

    @Override
    protected @Nullable String textOf(String id) {
        return redis.replicaRows()
                .row("known_note", KnownNote.class, id)
                .map(KnownNote::text)
                .orElse(null);
    }

    @Override
    protected void alterBehindTheBack(String id, String text) {
        plantBehindTheBack(id, text);
    }

    @Override
    protected void plantBehindTheBack(String id, String text) {
        redis.console().opsForHash().put(ROWS, id, "{\"noteId\":\"%s\",\"text\":\"%s\"}".formatted(id, text));
    }

    @Override
    protected void removeBehindTheBack(String id) {
        redis.console().opsForHash().delete(ROWS, id);
    }

    @Test
    void showsRowsToScriptsAndInOrder() {
        RedisReplicaStore store = opened(replica());
        store.apply(replica(), List.of(change("b", "B"), change("a", "가")), Map.of());
        ChangeScript read = ChangeScript.of("return cjson.decode(redis.call('hget', KEYS[1], ARGV[1])).text");

        Outcome outcome =
                redis.changes().make(read.on(redis.changes().key("known_note")).with("a"));

        assertThat(outcome).isEqualTo(new Outcome.Made("가", List.of()));
        assertThat(redis.replicaRows().rows("known_note", KnownNote.class))
                .containsExactly(new KnownNote("a", "가"), new KnownNote("b", "B"));
    }

    @Test
    void removesThousandsThatTheSourceNoLongerHas() {
        RedisReplicaStore store = opened(replica());
        store.apply(
                replica(),
                IntStream.range(0, 2_000).mapToObj(i -> change("n" + i, "N")).toList(),
                Map.of());
        store.begin(replica(), 1);

        store.advance(replica(), List.of(change("n7", "N7")), new ChunkPlace(1, 1, null, null));

        assertThat(redis.replicaRows().rows("known_note", KnownNote.class)).containsExactly(new KnownNote("n7", "N7"));
        assertThat(redis.console().opsForHash().size("{notes}:replication:replica:readers.notes:versions"))
                .isEqualTo(1);
    }

    @Test
    void bringsRowsOfAnotherShapeAgain() {
        RedisReplicaStore store = opened(replica());
        store.begin(replica(), 1);
        store.advance(replica(), List.of(change("a", "A")), new ChunkPlace(1, 1, null, null));
        assertThat(opened(replica()).progress(replica()).everComplete()).isTrue();

        ReplicaDefinition pinned =
                new ReplicaDefinition("readers.notes", "notes", "note", "known_note", PinnedNote.class);
        RedisReplicaStore next = opened(pinned);

        assertThat(next.progress(pinned).everComplete()).isFalse();
        next.begin(pinned, 1);
        PinnedNote row = new PinnedNote("a", "A", Instant.parse("2026-01-02T03:04:05Z"));
        next.advance(
                pinned, List.of(new ReplicaChange("a", new Version(1, 1), 0, row)), new ChunkPlace(2, 1, null, null));
        assertThat(redis.replicaRows().row("known_note", PinnedNote.class, "a")).contains(row);
    }

    @Test
    void refusesRowsWithoutAnId() {
        record Nameless(int number) {}
        ReplicaDefinition nameless =
                new ReplicaDefinition("readers.notes", "notes", "note", "known_note", Nameless.class);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.replicaStore().open(nameless))
                .withMessageContaining("the first component of Nameless must be the aggregate's id");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> redis.replicaRows().rows("no_such_table", KnownNote.class))
                .withMessage("This process keeps no replica in no_such_table");
    }

    private static RedisReplicaStore opened(ReplicaDefinition replica) {
        RedisReplicaStore store = redis.replicaStore();
        store.open(replica);
        return store;
    }

    private static ReplicaChange change(String id, String text) {
        return new ReplicaChange(id, new Version(1, 1), 0, new KnownNote(id, text));
    }
}
