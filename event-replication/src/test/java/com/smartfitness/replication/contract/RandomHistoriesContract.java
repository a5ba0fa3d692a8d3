package com.smartfitness.replication.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaStore;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens on the way, a replica ends up equal to its source. */
public abstract class RandomHistoriesContract {

    /** First of ten seeds; set {@code -Dreplication.histories=<number>} for other histories than those of every build. */
    private static final long HISTORIES = Long.getLong("replication.histories", 0);

    private static final ReplicaDefinition REPLICA =
            new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);

    /** Makes the replica forget everything, its progress included. */
    protected abstract void empty();

    /** Another store object on the same data, as a new process has. */
    protected abstract ReplicaStore newStore();

    /** The texts that the replica shows, by id. */
    protected abstract Map<String, String> rows();

    /** May be hidden by a contract's heir that wants fewer. */
    protected static LongStream seeds() {
        return LongStream.range(HISTORIES, HISTORIES + 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leaveTheReplicaEqualToItsSource(long seed) {
        empty();
        RandomHistory history = new RandomHistory(new Random(seed), this::newStore, REPLICA);

        for (int part = 0; part < 4; part++) {
            try {
                history.run(250);
            } catch (RuntimeException e) {
                fail("History " + seed, e);
            }
            assertThat(rows()).as("part %d of history %d", part, seed).isEqualTo(history.expectedRows());
        }
    }
}
