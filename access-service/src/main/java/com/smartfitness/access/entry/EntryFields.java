package com.smartfitness.access.entry;

import com.smartfitness.access.entry.Entry.Scores;
import com.smartfitness.events.AccessMethod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries as fields of a hash. */
final class EntryFields {

    private EntryFields() {}

    /** Names and values, one after the other. */
    static String[] of(Entry entry, String user) {
        List<String> fields = new ArrayList<>(List.of(
                "at", entry.at().toString(),
                "branch", entry.branchId(),
                "gate", entry.gateId(),
                "method", entry.method().name()));
        if (!user.isEmpty()) {
            fields.addAll(List.of("user", user));
        }
        if (entry.denied() != null) {
            fields.addAll(List.of("denied", entry.denied().name()));
        }
        Scores scores = entry.scores();
        if (scores != null) {
            fields.addAll(List.of(
                    "similarity", Double.toString(scores.similarity()),
                    "margin", Double.toString(scores.margin()),
                    "model", scores.model()));
        }
        return fields.toArray(String[]::new);
    }

    /** The entry with what has become of it. */
    static EntryView view(String id, Map<String, String> fields) {
        return new EntryView(
                id,
                Instant.parse(required(fields, "at")),
                required(fields, "branch"),
                required(fields, "gate"),
                AccessMethod.valueOf(required(fields, "method")),
                fields.containsKey("denied") ? EntryView.Decision.DENIED : EntryView.Decision.GRANTED,
                fields.get("user"),
                fields.get("denied"),
                number(fields.get("similarity")),
                number(fields.get("margin")),
                fields.get("model"),
                fields.get("outcome"),
                fields.containsKey("passback"));
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalStateException("An entry without " + name);
        }
        return value;
    }

    private static @Nullable Double number(@Nullable String text) {
        return text == null ? null : Double.valueOf(text);
    }
}
