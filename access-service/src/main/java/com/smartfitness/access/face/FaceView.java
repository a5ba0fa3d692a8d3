package com.smartfitness.access.face;

import java.time.Instant;

record FaceView(String faceId, String modelVersion, Instant enrolledAt) {

    static FaceView of(Face face) {
        return new FaceView(face.id(), face.model(), face.enrolledAt());
    }
}
