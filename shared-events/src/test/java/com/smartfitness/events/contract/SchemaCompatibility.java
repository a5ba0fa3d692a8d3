package com.smartfitness.events.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Which changes of a released schema break somebody. Both directions count: services are not redeployed at once, so old
 * consumers read new events, and new consumers read old events that waited in a queue, an outbox or a dead letter.
 *
 * <p>The one compatible change is a new optional field, at any depth. An added constant breaks like a removed one:
 * consumers branch over all constants, and none can guess what a new one entitles to.
 */
final class SchemaCompatibility {

    private static final Set<String> ANNOTATIONS = Set.of("$schema", "$id", "title", "description");
    private static final Set<String> COMPARED_IN_PARTS = Set.of("properties", "required", "enum", "items");

    private final List<String> breaks = new ArrayList<>();

    private SchemaCompatibility() {}

    /** What breaks, one phrase each; empty where the current schema can take the released one's place. */
    static List<String> breaksBetween(JsonNode released, JsonNode current) {
        var comparison = new SchemaCompatibility();
        comparison.compare("", released, current);
        return List.copyOf(comparison.breaks);
    }

    private void compare(String path, JsonNode released, JsonNode current) {
        compareKeywords(path, released, current);
        compareConstants(path, released, current);
        compareFields(path, released, current);
        if (released.has("items") && current.has("items")) {
            compare(path + "[]", released.get("items"), current.get("items"));
        } else if (released.has("items") || current.has("items")) {
            breaks.add(named(path) + " changed what it lists");
        }
    }

    private void compareKeywords(String path, JsonNode released, JsonNode current) {
        Set<String> keywords = new TreeSet<>(released.propertyNames());
        keywords.addAll(current.propertyNames());
        keywords.removeAll(ANNOTATIONS);
        keywords.removeAll(COMPARED_IN_PARTS);
        for (String keyword : keywords) {
            JsonNode before = released.path(keyword);
            JsonNode after = current.path(keyword);
            if (!before.equals(after)) {
                breaks.add(
                        "%s changed its %s from %s to %s".formatted(named(path), keyword, shown(before), shown(after)));
            }
        }
    }

    private void compareConstants(String path, JsonNode released, JsonNode current) {
        if (released.has("enum") != current.has("enum")) {
            breaks.add(named(path) + (released.has("enum") ? " lost" : " gained") + " its list of constants");
            return;
        }
        Set<String> before = texts(released.path("enum"));
        Set<String> after = texts(current.path("enum"));
        without(before, after).forEach(name -> breaks.add(named(path) + " lost the constant " + name));
        without(after, before).forEach(name -> breaks.add(named(path) + " gained the constant " + name));
    }

    private void compareFields(String path, JsonNode released, JsonNode current) {
        Set<String> before = new TreeSet<>(released.path("properties").propertyNames());
        Set<String> after = new TreeSet<>(current.path("properties").propertyNames());
        Set<String> requiredBefore = texts(released.path("required"));
        Set<String> requiredAfter = texts(current.path("required"));

        for (String name : before) {
            String field = path + "/" + name;
            if (!after.contains(name)) {
                breaks.add(named(field) + " was removed");
                continue;
            }
            compare(
                    field,
                    released.path("properties").get(name),
                    current.path("properties").get(name));
            if (requiredBefore.contains(name) && !requiredAfter.contains(name)) {
                breaks.add(named(field) + " became optional: released consumers rely on it");
            }
        }
        without(requiredAfter, requiredBefore)
                .forEach(name -> breaks.add(named(path + "/" + name) + " became required: released events lack it"));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static String named(String path) {
        return path.isEmpty() ? "the event" : path;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }
}
