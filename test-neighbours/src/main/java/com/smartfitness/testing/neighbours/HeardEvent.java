package com.smartfitness.testing.neighbours;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.replication.broker.CloudEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event of the tested service as it arrived. */
public record HeardEvent(CloudEvent message) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public String type() {
        return message.type();
    }

    public JsonNode json() {
        return JSON.readTree(message.data());
    }

    /** As the catalogue describes it. */
    public DomainEvent event() {
        return JSON.readValue(
                message.data(), EventCatalogue.find(message.type()).orElseThrow());
    }
}
