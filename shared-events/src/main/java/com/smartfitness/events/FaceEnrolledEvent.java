package com.smartfitness.events;

/** A user may enter by face from now on. */
@EventType(value = "access.face-enrolled.v1", aggregate = "face", requiresConsumer = false)
public record FaceEnrolledEvent(String faceId, String userId, String modelVersion) implements FaceEvent {

    public FaceEnrolledEvent {
        Components.requireKey("faceId", faceId);
    }
}
