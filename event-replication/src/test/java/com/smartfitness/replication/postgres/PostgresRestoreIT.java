package com.smartfitness.replication.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.contract.NoteEvent.NoteWrittenEvent;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Stores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class PostgresRestoreIT {

    @Test
    void raisesTheEpochWhereTheDatabaseCameFromAnotherInstance() throws Exception {
        try (ServiceDatabase original = ServiceDatabase.in(Stores.postgres().newDatabase());
                TestPostgres other = Stores.startOwnPostgres();
                ServiceDatabase restored = ServiceDatabase.in(other.admin().createDatabase("restored"))) {
            NotesService notes = NotesService.on(original);
            notes.commit(new NoteWrittenEvent("a", "first"));
            notes.outbox().raiseEpoch();

            for (String table : List.of("source", "published_state", "outbox_sequence")) {
                copy("replication." + table, original, restored);
            }

            NotesService again = NotesService.on(restored);
            assertThat(again.outbox().epoch()).isEqualTo(3);
            assertThat(again.commit(new NoteWrittenEvent("a", "second"))).containsExactly(new Version(3, 2));
            assertThat(NotesService.on(restored).outbox().epoch()).isEqualTo(3);
            assertThat(NotesService.on(original).outbox().epoch()).isEqualTo(2);
        }
    }

    /** What a dump and its restoration come to. */
    private static void copy(String table, ServiceDatabase from, ServiceDatabase to) throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (Connection source = from.dataSource().getConnection();
                Connection target = to.dataSource().getConnection()) {
            source.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
            target.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
        }
    }
}
