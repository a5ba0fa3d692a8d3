package com.smartfitness.events;

/** An enrolment is gone: replaced, withdrawn, or its user erased. */
@EventType(value = "access.face-erased.v1", aggregate = "face", tombstone = true, requiresConsumer = false)
public record FaceErasedEvent(String faceId, String userId, String modelVersion) implements FaceEvent {

    public FaceErasedEvent {
        Components.requireKey("faceId", faceId);
    }
}
