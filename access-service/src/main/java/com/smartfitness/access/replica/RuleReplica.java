package com.smartfitness.access.replica;

import com.smartfitness.events.DescriptorModel;
import com.smartfitness.events.ModelDeployedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.replication.Replica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How similar faces must be to open, and what makes templates of photos; laundry is no business of this service. */
@Component
@Replica(queue = "models", table = RuleReplica.TABLE)
class RuleReplica {

    static final String TABLE = "known_rule";

    /** Where a deployment of the type FACE says how far the best match must be ahead. */
    private static final String MARGIN = "margin";

    record RuleRow(
            String modelType,
            String version,
            double threshold,
            @Nullable Double margin,
            @Nullable String faceModel,
            @Nullable DescriptorModel descriptor) {}

    @Nullable RuleRow on(ModelDeployedEvent model) {
        return model.modelType() == ModelType.FACE
                ? new RuleRow(
                        model.modelType().name(),
                        model.version(),
                        model.threshold(),
                        model.metrics().get(MARGIN),
                        model.faceModel(),
                        model.descriptor())
                : null;
    }
}
