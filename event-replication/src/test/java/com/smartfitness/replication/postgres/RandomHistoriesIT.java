package com.smartfitness.replication.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.testing.stores.Stores;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens on the way, a replica ends up equal to its source. */
class RandomHistoriesIT {

    /** First of ten seeds; set {@code -Dreplication.histories=<number>} for other histories than those of every build. */
    private static final long HISTORIES = Long.getLong("replication.histories", 0);

    private static final ReplicaDefinition REPLICA =
            new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);

    private static ServiceDatabase database;

    @BeforeAll
    static void create() {
        database = ServiceDatabase.in(Stores.postgres().newDatabase());
        database.jdbc().execute("create table known_note (note_id text primary key, text text not null)");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    static LongStream seeds() {
        return LongStream.range(HISTORIES, HISTORIES + 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void leaveTheReplicaEqualToItsSource(long seed) {
        database.empty("known_note");
        RandomHistory history = new RandomHistory(new Random(seed), database::replicaStore, REPLICA);

        for (int part = 0; part < 4; part++) {
            try {
                history.run(250);
            } catch (RuntimeException e) {
                fail("History " + seed, e);
            }
            assertThat(rows()).as("part %d of history %d", part, seed).isEqualTo(history.expectedRows());
        }
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new HashMap<>();
        database.jdbc().query("select note_id, text from known_note", row -> {
            rows.put(row.getString("note_id"), row.getString("text"));
        });
        return rows;
    }
}
