package com.smartfitness.replication.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.smartfitness.replication.outbox.PublishedPage;
import com.smartfitness.replication.outbox.PublishedPage.PublishedState;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link SnapshotChunk} without parsing what has been published. */
final class SnapshotChunkWriter {

    private final JsonMapper json;
    private final long maxBytes;

    SnapshotChunkWriter(JsonMapper json, long maxBytes) {
        this.json = json;
        this.maxBytes = maxBytes;
    }

    byte[] write(SnapshotRequest request, PublishedPage page, Set<String> busy) {
        List<PublishedState> rows = fitting(page.states());
        String next = rows.size() < page.states().size() ? rows.getLast().id() : page.next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringProperty("aggregate", request.aggregate());
            generator.writeNumberProperty("generation", request.generation());
            generator.writeNumberProperty("epoch", page.epoch());
            if (request.after() != null) {
                generator.writeStringProperty("after", request.after());
            }
            if (next != null) {
                generator.writeStringProperty("next", next);
            }
            if (request.after() == null) {
                generator.writeObjectPropertyStart("sequences");
                page.sequences().forEach((type, place) -> generator.writeStringProperty(type, place.toString()));
                generator.writeEndObject();
            }
            if (!busy.isEmpty()) {
                generator.writeArrayPropertyStart("busy");
                busy.forEach(generator::writeString);
                generator.writeEndArray();
            }
            generator.writeArrayPropertyStart("rows");
            rows.forEach(row -> write(generator, row));
            generator.writeEndArray();
            generator.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator generator, PublishedState row) {
        generator.writeStartObject();
        generator.writeStringProperty("id", row.id());
        generator.writeStringProperty("type", row.type());
        generator.writeNumberProperty("version", row.version());
        generator.writeNumberProperty("hash", row.hash());
        generator.writeStringProperty("time", row.time().toString());
        generator.writeName("data");
        generator.writeRawValue(row.data());
        generator.writeEndObject();
    }

    /** At least one row, so that a large aggregate does not stop the snapshot. */
    private List<PublishedState> fitting(List<PublishedState> states) {
        List<PublishedState> rows = new ArrayList<>();
        long bytes = 0;
        for (PublishedState state : states) {
            bytes += state.data().getBytes(UTF_8).length;
            if (!rows.isEmpty() && bytes > maxBytes) {
                break;
            }
            rows.add(state);
        }
        return rows;
    }
}
