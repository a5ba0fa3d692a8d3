package com.smartfitness.events.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** The schemas that other services were built against: one committed file an event type. */
record ReleasedContracts(Path directory) {

    private static final String SUFFIX = ".json";

    /** Those that this module ships. */
    static ReleasedContracts committed() {
        return new ReleasedContracts(Path.of("src/main/resources/schemas"));
    }

    /** Sentences that name what the current schemas break of the released ones, and what to do instead. */
    List<String> brokenBy(SortedMap<String, JsonNode> current) {
        List<String> sentences = new ArrayList<>();
        for (String type : types()) {
            JsonNode schema = current.get(type);
            if (schema == null) {
                sentences.add("%s was removed. Keep its record: others may still send or await it.".formatted(type));
                continue;
            }
            JsonNode released = file(type).read().orElseThrow();
            for (String change : SchemaCompatibility.breaksBetween(released, schema)) {
                sentences.add("%s: %s. Restore it and publish the change as %s beside it."
                        .formatted(type, change, nextVersionOf(type)));
            }
        }
        return sentences;
    }

    /** Types whose committed file does not say what the record says, new types included. */
    List<String> outdatedBy(SortedMap<String, JsonNode> current) {
        return current.keySet().stream()
                .filter(type -> !file(type).says(current.get(type)))
                .toList();
    }

    /** Releases what changed, or nothing at all where anything breaks. */
    void update(SortedMap<String, JsonNode> current) {
        if (brokenBy(current).isEmpty()) {
            outdatedBy(current).forEach(type -> file(type).write(current.get(type)));
        }
    }

    private CommittedJson file(String type) {
        return new CommittedJson(directory.resolve(type + SUFFIX));
    }

    private TreeSet<String> types() {
        if (!Files.isDirectory(directory)) {
            return new TreeSet<>();
        }
        var types = new TreeSet<String>();
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                types.add(name.substring(0, name.length() - SUFFIX.length()));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return types;
    }

    private static String nextVersionOf(String type) {
        int version = type.lastIndexOf(".v") + 2;
        return type.substring(0, version) + (Integer.parseInt(type.substring(version)) + 1);
    }
}
