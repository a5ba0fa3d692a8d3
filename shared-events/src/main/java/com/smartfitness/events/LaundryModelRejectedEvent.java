package com.smartfitness.events;

import java.time.Instant;

/** An instance of helper-service does not use this model and stays with the one before. It may be tried again. */
@EventType(value = "helper.model-rejected.v1", aggregate = "model-use")
public record LaundryModelRejectedEvent(ModelType modelType, String version, String instance, String reason, Instant at)
        implements ModelUseEvent {

    public LaundryModelRejectedEvent {
        Components.requireKey("version", version);
        Components.requireKey("instance", instance);
    }
}
