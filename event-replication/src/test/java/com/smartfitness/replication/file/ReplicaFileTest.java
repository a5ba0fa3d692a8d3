package com.smartfitness.replication.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaProgress.Reason;
import com.smartfitness.replication.replica.ReplicaStore.ChunkPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplicaFileTest {

    record Key(String keyId, JsonNode jwk, Instant validFrom, List<String> uses) {}

    record LargerKey(String keyId, JsonNode jwk, Instant validFrom, List<String> uses, String role) {}

    record NumberedKey(long number, String keyId) {}

    private static final ReplicaDefinition KEYS = replica("gateway.keys", "known_key", Key.class);
    private static final Key KEY = new Key(
            "K1",
            JsonMapper.shared().readTree("{\"kty\":\"EC\",\"x\":1.50}"),
            Instant.parse("2026-01-01T00:00:00.123Z"),
            List.of("sig"));

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("below").resolve("replicas");
    }

    @Test
    void showsAfterARestartExactlyWhatWasWritten() throws IOException {
        fill();

        try (FileReplicaStore store = opened(KEYS)) {
            assertThat(store.rows("known_key", Key.class)).containsExactly(KEY);
            assertThat(store.row("known_key", Key.class, "K1")).contains(KEY);
            assertThat(store.row("known_key", Key.class, "K2")).isEmpty();
            assertThat(store.progress(KEYS)).isEqualTo(new ReplicaProgress(1, 1, Reason.NEEDED, false, true, null, 1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 90, 150})
    void countsATruncatedFileAsEmpty(int length) throws IOException {
        fill();
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), length));

        assertBeginsAnew();
    }

    @Test
    void countsAnAlteredFileAsEmpty() throws IOException {
        fill();
        Files.writeString(file, Files.readString(file).replace("K1", "K9"));

        assertBeginsAnew();
    }

    @Test
    void countsAFileOfAnotherFormatAsEmpty() throws Exception {
        fill();
        try (ReplicaFile other = ReplicaFile.take(file)) {
            other.write("[1, 2]".getBytes(UTF_8));
        }

        assertBeginsAnew();
    }

    @Test
    void beginsAnewWithRowsOfAnotherShape() throws IOException {
        fill();
        ReplicaDefinition larger = replica("gateway.keys", "known_key", LargerKey.class);

        try (FileReplicaStore store = opened(larger)) {
            assertThat(store.rows("known_key", LargerKey.class)).isEmpty();
            assertThat(store.progress(larger).everComplete()).isFalse();
            assertThat(store.begin(larger, 0).generation()).isEqualTo(2);
        }
    }

    @Test
    void keepsReplicasThatNobodyHasOpened() throws IOException {
        fill();
        ReplicaDefinition users = replica("gateway.users", "known_user", Key.class);

        try (FileReplicaStore store = opened(users)) {
            store.apply(users, List.of(new ReplicaChange("K1", new Version(1, 1), 0, KEY)), Map.of());
        }

        try (FileReplicaStore store = opened(KEYS)) {
            assertThat(store.rows("known_key", Key.class)).containsExactly(KEY);
        }
    }

    @Test
    void letsOneProcessHaveIt() throws IOException {
        try (FileReplicaStore first = opened(KEYS)) {
            assertThat(first.rows("known_key", Key.class)).isEmpty();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> opened(KEYS))
                    .withMessageContaining("is used by another process");
        }

        opened(KEYS).close();
    }

    @Test
    void changesNothingThatCannotBeWritten() throws IOException {
        fill();

        try (FileReplicaStore store = opened(KEYS)) {
            Files.createDirectory(file.resolveSibling("replicas.next"));

            assertThatExceptionOfType(StoreUnavailableException.class)
                    .isThrownBy(() ->
                            store.apply(KEYS, List.of(new ReplicaChange("K1", new Version(1, 2), 0, null)), Map.of()));
            assertThat(store.rows("known_key", Key.class)).containsExactly(KEY);
        }
    }

    @Test
    void rejectsRowsThatDoNotBeginWithAnId() throws IOException {
        ReplicaDefinition numbered = replica("gateway.keys", "known_key", NumberedKey.class);

        try (FileReplicaStore store = new FileReplicaStore(file, JsonMapper.shared())) {
            assertThatThrownBy(() -> store.open(numbered))
                    .hasMessage("gateway.keys cannot be kept in a file: the first component of NumberedKey must be"
                            + " the aggregate's id, a String");
        }
    }

    @Test
    void rejectsQuestionsForReplicasThatItDoesNotKeep() throws IOException {
        try (FileReplicaStore store = opened(KEYS)) {
            assertThatThrownBy(() -> store.rows("unknown", Key.class))
                    .hasMessage("This process keeps no replica in unknown");
        }
    }

    private void fill() throws IOException {
        try (FileReplicaStore store = opened(KEYS)) {
            store.begin(KEYS, 1);
            store.advance(
                    KEYS,
                    List.of(new ReplicaChange("K1", new Version(1, 1), 0, KEY)),
                    new ChunkPlace(1, 1, null, null));
        }
    }

    /** Later than any snapshot that was counted before. */
    private void assertBeginsAnew() throws IOException {
        try (FileReplicaStore store = opened(KEYS)) {
            assertThat(store.rows("known_key", Key.class)).isEmpty();
            assertThat(store.progress(KEYS).everComplete()).isFalse();
            assertThat(store.begin(KEYS, 0).generation()).isGreaterThan(1_000_000);
        }
        try (FileReplicaStore store = opened(KEYS)) {
            assertThat(store.progress(KEYS).running()).isTrue();
        }
    }

    private FileReplicaStore opened(ReplicaDefinition replica) {
        FileReplicaStore store = new FileReplicaStore(file, JsonMapper.shared());
        store.open(replica);
        return store;
    }

    private static ReplicaDefinition replica(String name, String table, Class<? extends Record> row) {
        return new ReplicaDefinition(name, "auth", "signing-key", table, row);
    }
}
