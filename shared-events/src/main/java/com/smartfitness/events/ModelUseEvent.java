package com.smartfitness.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a deployment where the model is served. The aggregate is one version at one instance, whose last event
 * says whether that instance took it.
 */
public sealed interface ModelUseEvent extends DomainEvent
        permits LaundryModelActivatedEvent, LaundryModelRejectedEvent {

    ModelType modelType();

    String version();

    /** Names the server of the model among all that serve this type. */
    String instance();

    /** Why it was rejected, in a sentence for operators. */
    default @Nullable String reason() {
        return null;
    }

    Instant at();

    @Override
    default String aggregateId() {
        return "%s/%s/%s".formatted(modelType(), version(), instance());
    }
}
