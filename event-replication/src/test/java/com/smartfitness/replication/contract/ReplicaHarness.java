package com.smartfitness.replication.contract;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaStore;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** What a store has to lend to {@link ReplicaStoreContract}. Each test begins with an empty replica. */
public abstract class ReplicaHarness {

    private ReplicaStore store;

    /** Makes the replica forget everything, its progress included. */
    protected abstract void empty();

    /** Another store object on the same data, as a new process has. */
    protected abstract ReplicaStore newStore();

    /** A replica with rows of {@link KnownNote}. */
    protected abstract ReplicaDefinition replica();

    /** The text that the replica shows; null if it has no row. */
    protected abstract @Nullable String textOf(String id);

    /** Changes a row as somebody at the store's console would. */
    protected abstract void alterBehindTheBack(String id, String text);

    /** Adds a row as somebody at the store's console would. */
    protected abstract void plantBehindTheBack(String id, String text);

    /** Removes a row as somebody at the store's console would. */
    protected abstract void removeBehindTheBack(String id);

    @BeforeEach
    final void beginEmpty() {
        empty();
        restart();
    }

    /** Goes on with a new store object, as after a kill. */
    final void restart() {
        store = newStore();
        store.open(replica());
    }

    final ReplicaStore store() {
        return store;
    }

    final int apply(ReplicaChange... changes) {
        return store.apply(replica(), List.of(changes), Map.of());
    }

    /** What is known of all aggregates. */
    final List<KeptState> states() {
        return store.states(replica(), null, null);
    }

    final ReplicaProgress progress() {
        return store.progress(replica());
    }

    final ReplicaProgress begin(long epoch) {
        return store.begin(replica(), epoch);
    }

    /** A chunk of the running snapshot, of the source's present epoch. */
    final ReplicaProgress chunk(@Nullable String after, @Nullable String next, ReplicaChange... changes) {
        ReplicaProgress now = progress();
        return advance(new ChunkPlace(now.generation(), Math.max(1, now.epoch()), after, next), changes);
    }

    final ReplicaProgress rebuild() {
        return store.rebuild(replica());
    }

    /** A first snapshot from its beginning to its end. */
    final void complete(ReplicaChange... changes) {
        begin(1);
        wholeSource(changes);
    }

    /** A snapshot of one chunk. */
    final ReplicaProgress wholeSource(ReplicaChange... changes) {
        return chunk(null, null, changes);
    }

    final ReplicaProgress advance(ChunkPlace place, ReplicaChange... changes) {
        return store.advance(replica(), List.of(changes), place);
    }

    protected static ReplicaChange note(String id, String version, String text) {
        return new ReplicaChange(id, Version.parse(version), text.hashCode(), new KnownNote(id, text));
    }

    /** A tombstone, or a state that is not to be kept. */
    static ReplicaChange nothing(String id, String version) {
        return new ReplicaChange(id, Version.parse(version), 0, null);
    }

    static ReplicaChange fromOutside(String id, String text) {
        return new ReplicaChange(id, Version.OUTSIDE, 0, new KnownNote(id, text));
    }
}
