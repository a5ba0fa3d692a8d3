package com.smartfitness.access.face;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready before every enrolled face is in memory: whoever came earlier would be a stranger. */
@Component
class FacesHealthIndicator implements HealthIndicator {

    private final FaceSync sync;
    private final Faces faces;

    FacesHealthIndicator(FaceSync sync, Faces faces) {
        this.sync = sync;
        this.faces = faces;
    }

    @Override
    public Health health() {
        return (sync.isComplete() ? Health.up() : Health.outOfService())
                .withDetail("faces", faces.size())
                .build();
    }
}
