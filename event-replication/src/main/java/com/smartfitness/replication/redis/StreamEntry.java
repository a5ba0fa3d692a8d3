package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.text;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An entry of a stream, as a script returns it.
 *
 * @param id {@code <milliseconds>-<number>}
 */
record StreamEntry(String id, Map<String, byte[]> fields) {

    /** The entries that XRANGE has found. */
    static List<StreamEntry> all(Object range) {
        List<StreamEntry> entries = new ArrayList<>();
        for (Object entry : (List<?>) range) {
            List<?> parts = (List<?>) entry;
            List<?> flat = (List<?>) parts.get(1);
            Map<String, byte[]> fields = new HashMap<>();
            for (int i = 0; i < flat.size(); i += 2) {
                fields.put(text(flat.get(i)), (byte[]) flat.get(i + 1));
            }
            entries.add(new StreamEntry(text(parts.get(0)), fields));
        }
        return entries;
    }

    byte[] bytes(String field) {
        return requireNonNull(fields.get(field), field);
    }

    String value(String field) {
        return text(bytes(field));
    }

    long milliseconds() {
        return Long.parseLong(id.substring(0, id.indexOf('-')));
    }

    long number() {
        return Long.parseLong(id.substring(id.indexOf('-') + 1));
    }
}
