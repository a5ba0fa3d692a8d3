package com.smartfitness.replication.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import com.smartfitness.replication.outbox.StateHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SnapshotChunkWriterTest {

    private static final long HASH = StateHash.of("members.member-changed.v1", "{\"visits\":1}".getBytes(UTF_8));
    private static final long EMPTY = StateHash.of("members.member-changed.v1", "{}".getBytes(UTF_8));
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678901Z");
    private static final long PLENTY = 1_000_000;

    @Test
    void writesWhatAConsumerReads() {
        SnapshotChunk chunk = read(write(PLENTY, "M0", "M2", state("M1", "{\"visits\":1}"), state("M2", "{}")));

        assertThat(chunk)
                .isEqualTo(new SnapshotChunk(
                        "member",
                        7,
                        3,
                        "M0",
                        "M2",
                        null,
                        Set.of("M2"),
                        List.of(
                                new SnapshotChunk.Row(
                                        "M1",
                                        "members.member-changed.v1",
                                        5,
                                        HASH,
                                        TIME,
                                        JSON.readTree("{\"visits\":1}")),
                                new SnapshotChunk.Row(
                                        "M2", "members.member-changed.v1", 5, EMPTY, TIME, JSON.readTree("{}")))));
    }

    @Test
    void writesTheWholeOfASmallSource() {
        SnapshotChunk chunk = read(write(PLENTY, null, null, state("M1", "{}")));

        assertThat(chunk.after()).isNull();
        assertThat(chunk.next()).isNull();
        assertThat(chunk.sequences()).containsExactly(Map.entry("members.member-changed.v1", "3.41"));
        assertThat(chunk.rows()).hasSize(1);
    }

    @Test
    void writesAnEmptySource() {
        SnapshotChunk chunk = read(write(PLENTY, null, null));

        assertThat(chunk.rows()).isEmpty();
        assertThat(chunk.next()).isNull();
    }

    @Test
    void passesDataOnByteForByte() {
        String data = "{ \"name\" : \"안 \\u00e9 é\", \"price\":1.50,\"big\":1e+3,\n\"extra\":{\"a\":[1,2]} }";

        byte[] chunk = write(PLENTY, null, null, state("M1", data));

        assertThat(new String(chunk, UTF_8)).contains("\"data\":" + data + "}");
    }

    @Test
    void escapesIds() {
        assertThat(read(write(PLENTY, "\"", "\\", state("\"\n안", "{}"))).rows())
                .extracting(SnapshotChunk.Row::id)
                .containsExactly("\"\n안");
    }

    @Test
    void staysWithinTheLimitAndGoesOnAfterTheLastRow() {
        String data = "\"%s\"".formatted("x".repeat(98));

        SnapshotChunk chunk = read(write(250, null, "M9", state("M1", data), state("M2", data), state("M3", data)));

        assertThat(chunk.rows()).extracting(SnapshotChunk.Row::id).containsExactly("M1", "M2");
        assertThat(chunk.next()).isEqualTo("M2");
    }

    @Test
    void countsBytesNotCharacters() {
        String data = "\"%s\"".formatted("안".repeat(33));

        SnapshotChunk chunk = read(write(250, null, null, state("M1", data), state("M2", data), state("M3", data)));

        assertThat(chunk.rows()).extracting(SnapshotChunk.Row::id).containsExactly("M1", "M2");
    }

    @Test
    void carriesOneRowHoweverLarge() {
        String data = "\"%s\"".formatted("x".repeat(1_000));

        SnapshotChunk chunk = read(write(10, null, null, state("M1", data), state("M2", data)));

        assertThat(chunk.rows()).extracting(SnapshotChunk.Row::id).containsExactly("M1");
        assertThat(chunk.next()).isEqualTo("M1");
    }

    private static byte[] write(long limit, @Nullable String after, @Nullable String next, PublishedState... states) {
        return new SnapshotChunkWriter(JSON, limit)
                .write(
                        new SnapshotRequest("rewards.members", "member", 7, after),
                        new PublishedPage(
                                3, List.of(states), next, Map.of("members.member-changed.v1", new Version(3, 41))),
                        Set.of("M2"));
    }

    private static PublishedState state(String id, String data) {
        return new PublishedState(id, "members.member-changed.v1", 5, TIME, data);
    }

    private static SnapshotChunk read(byte[] chunk) {
        return JSON.readValue(chunk, SnapshotChunk.class);
    }
}
