package com.smartfitness.events.contract;

import com.smartfitness.events.EventCatalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AMQP headers of an event: CloudEvents 1.0 in binary mode, as the protocol binding for AMQP has it. The attribute
 * {@code datacontenttype} is the message's content-type property and therefore no header.
 */
final class CloudEventHeaders {

    private static final String PREFIX = "cloudEvents:";

    private CloudEventHeaders() {}

    /** What every event has. */
    static JsonNode common() {
        ObjectNode headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        text(properties, "specversion", "").put("const", "1.0");
        text(properties, "id", "Unique; a resent event keeps it");
        text(properties, "source", "The publishing service; must agree with the broker's user");
        text(properties, "type", "Equal to the routing key");
        text(properties, "subject", "Id of the aggregate");
        text(properties, "time", "When it happened").put("format", "date-time");
        text(properties, "dataschema", "Id of the payload's JSON Schema").put("format", "uri");
        text(properties, "aggregateversion", "Orders the events of one aggregate; absent from producers outside");
        text(properties, "traceparent", "W3C trace context");
        var required = headers.putArray("required");
        for (String name : new String[] {"specversion", "id", "source", "type"}) {
            required.add(PREFIX + name);
        }
        return headers;
    }

    /** What tells the events of this type from all others. */
    static JsonNode of(String type) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        constant(properties, "source", EventCatalogue.sourceOf(type));
        constant(properties, "type", type);
        constant(properties, "dataschema", EventCatalogue.schemaOf(type));
        return headers;
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        ObjectNode header = properties.putObject(PREFIX + name).put("type", "string");
        return description.isEmpty() ? header : header.put("description", description);
    }

    private static void constant(ObjectNode properties, String name, String value) {
        properties.putObject(PREFIX + name).put("const", value);
    }
}
