package com.smartfitness.events;

/** A face was enrolled or erased. No template and no photo ever travels. */
public sealed interface FaceEvent extends DomainEvent permits FaceEnrolledEvent, FaceErasedEvent {

    /** One enrolment; the next one of the same user has another. */
    String faceId();

    String userId();

    /** The face model that made the template. */
    String modelVersion();

    @Override
    default String aggregateId() {
        return faceId();
    }
}
