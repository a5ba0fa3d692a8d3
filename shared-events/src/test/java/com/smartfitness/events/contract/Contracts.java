package com.smartfitness.events.contract;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contracts that the catalogue's records make today. */
final class Contracts {

    private static final EventSchemas SCHEMAS = new EventSchemas();

    private Contracts() {}

    /** The schema of every event type, by type. */
    static SortedMap<String, JsonNode> current() {
        return of(EventCatalogue.events());
    }

    static SortedMap<String, JsonNode> of(List<Class<? extends DomainEvent>> events) {
        SortedMap<String, JsonNode> schemas = new TreeMap<>();
        for (Class<? extends DomainEvent> event : events) {
            String type = EventCatalogue.typeOf(event).value();
            ObjectNode schema = (ObjectNode) SCHEMAS.of(event.asSubclass(Record.class));
            schema.put("$id", EventCatalogue.schemaOf(type));
            schema.put("title", event.getSimpleName());
            schemas.put(type, schema);
        }
        return schemas;
    }
}
