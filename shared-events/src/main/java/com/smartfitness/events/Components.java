package com.smartfitness.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the constructors of events make of what they are given. */
final class Components {

    private Components() {}

    /**
     * Demands the business key.
     *
     * @throws IllegalArgumentException where it is missing or blank: such an event is about nothing
     */
    static void requireKey(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("An event needs its " + name);
        }
    }

    /** An unmodifiable copy; a list that a producer left out is read as empty. */
    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : List.copyOf(values);
    }

    /** An unmodifiable copy; a map that a producer left out is read as empty. */
    static Map<String, String> map(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : Map.copyOf(values);
    }
}
