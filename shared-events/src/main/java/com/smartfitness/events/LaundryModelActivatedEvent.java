package com.smartfitness.events;

import java.time.Instant;

/** An instance of helper-service judges with this model from now on. */
@EventType(value = "helper.model-activated.v1", aggregate = "model-use")
public record LaundryModelActivatedEvent(ModelType modelType, String version, String instance, Instant at)
        implements ModelUseEvent {

    public LaundryModelActivatedEvent {
        Components.requireKey("version", version);
        Components.requireKey("instance", instance);
    }
}
