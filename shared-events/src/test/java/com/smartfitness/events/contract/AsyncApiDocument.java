package com.smartfitness.events.contract;

import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.EventType;
import com.smartfitness.events.Exchanges;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Says in AsyncAPI 3.0 who publishes which event where, and what is in it. */
final class AsyncApiDocument {

    private static final String CONTENT_TYPE = "application/json";
    private static final String AMQP_BINDING = "0.3.0";
    private static final int PERSISTENT = 2;

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode channels = document.putObject("channels");
    private final ObjectNode operations = document.putObject("operations");
    private final ObjectNode components = document.putObject("components");
    private final ObjectNode messages = components.putObject("messages");
    private final ObjectNode schemas = components.putObject("schemas");

    private AsyncApiDocument() {
        document.put("asyncapi", "3.0.0").put("defaultContentType", CONTENT_TYPE);
        document.putObject("info")
                .put("title", "Events of the fleet")
                .put("version", "1")
                .put("description", "Generated from the event records: do not edit. Types carry their own versions.");
        components
                .putObject("messageTraits")
                .putObject("cloudEvent")
                .put("contentType", CONTENT_TYPE)
                .set("headers", CloudEventHeaders.common());
    }

    static JsonNode of(List<Class<? extends DomainEvent>> events) {
        var api = new AsyncApiDocument();
        Contracts.of(events).forEach(api::addSchema);
        events.forEach(api::addEvent);
        return api.document;
    }

    /** AsyncAPI's own schema language has no dialects; ids would make references within the document ambiguous. */
    private void addSchema(String type, JsonNode schema) {
        schemas.set(type, ((ObjectNode) schema.deepCopy()).remove(List.of("$schema", "$id")));
    }

    private void addEvent(Class<? extends DomainEvent> event) {
        EventType kind = EventCatalogue.typeOf(event);
        addMessage(event.getSimpleName(), kind);
        addChannel(event.getSimpleName(), kind.value());
        addPublication(event.getSimpleName(), kind);
    }

    private void addMessage(String name, EventType kind) {
        ObjectNode message = messages.putObject(name)
                .put("name", kind.value())
                .put("title", name)
                .put("x-aggregate", kind.aggregate())
                .put("x-tombstone", kind.tombstone())
                .put("x-requires-consumer", kind.requiresConsumer());
        message.putArray("traits").add(reference("components", "messageTraits", "cloudEvent"));
        message.set("headers", CloudEventHeaders.of(kind.value()));
        message.set("payload", reference("components", "schemas", kind.value()));
    }

    private void addChannel(String message, String type) {
        ObjectNode channel = channels.putObject(type).put("address", type);
        channel.putObject("messages").set(message, reference("components", "messages", message));
        channel.putObject("bindings")
                .putObject("amqp")
                .put("bindingVersion", AMQP_BINDING)
                .put("is", "routingKey")
                .putObject("exchange")
                .put("name", Exchanges.EVENTS)
                .put("type", "topic")
                .put("durable", true)
                .put("autoDelete", false);
    }

    private void addPublication(String message, EventType kind) {
        String service = EventCatalogue.sourceOf(kind.value()).substring(1);
        ObjectNode operation = operations
                .putObject(service + ".publishes." + message)
                .put("action", "send")
                .put("x-source", EventCatalogue.sourceOf(kind.value()));
        operation.set("channel", reference("channels", kind.value()));
        operation.putArray("messages").add(reference("channels", kind.value(), "messages", message));
        operation.putArray("tags").addObject().put("name", service);
        operation
                .putObject("bindings")
                .putObject("amqp")
                .put("bindingVersion", AMQP_BINDING)
                .put("deliveryMode", PERSISTENT)
                .put("mandatory", kind.requiresConsumer());
    }

    private static JsonNode reference(String... path) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/" + String.join("/", path));
    }
}
