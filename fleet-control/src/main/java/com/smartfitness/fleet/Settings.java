package com.smartfitness.fleet;

import com.smartfitness.stack.StackException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The environment of a service, put together anew whenever it is asked for: later parts win. */
record Settings(List<Supplier<Map<String, String>>> parts) {

    Settings {
        parts = List.copyOf(parts);
    }

    /** @throws StackException if a store that is part of it has never run */
    Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        parts.forEach(part -> all.putAll(part.get()));
        return all;
    }

    /** Without those of stores that have never run. */
    Map<String, String> known() {
        Map<String, String> known = new TreeMap<>();
        for (Supplier<Map<String, String>> part : parts) {
            try {
                known.putAll(part.get());
            } catch (StackException neverRan) {
                // What the service has built in stands in for them.
            }
        }
        return known;
    }
}
