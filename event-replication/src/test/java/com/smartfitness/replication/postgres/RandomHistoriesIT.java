package com.smartfitness.replication.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.smartfitness.replication.contract.KnownNote;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.testing.stores.Stores;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens on the way, a replica ends up equal to its source. */
class RandomHistoriesIT {

    /** Set {@code -Dreplication.histories=<number>} for other histories than those of every build. */
    private static final long HISTORIES = Long.getLong("replication.histories", 0);

    private static final ReplicaDefinition REPLICA =
            new ReplicaDefinition("readers.notes", "notes", "note", "known_note", KnownNote.class);

    private static ServiceDatabase database;

    @BeforeContainer
    static void create() {
        database = ServiceDatabase.in(Stores.postgres().newDatabase());
        database.jdbc().execute("create table known_note (note_id text primary key, text text not null)");
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    /** A shorter history is another one, so there is nothing to shrink. */
    @Property(tries = 10, seed = "4211", shrinking = ShrinkingMode.OFF)
    void leaveTheReplicaEqualToItsSource(@ForAll long number) {
        long seed = number ^ HISTORIES;
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
