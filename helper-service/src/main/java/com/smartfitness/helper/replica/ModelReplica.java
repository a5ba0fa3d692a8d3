package com.smartfitness.helper.replica;

import com.smartfitness.events.ModelDeployedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.replication.Replica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which laundry model is to be used; models of faces are no business of this service. */
@Component
@Replica(queue = "models", table = "known_model")
class ModelReplica {

    record ModelRow(ModelType modelType, String version, String artifactUrl, String sha256, double threshold) {}

    @Nullable ModelRow on(ModelDeployedEvent model) {
        return model.modelType() == ModelType.LAUNDRY
                ? new ModelRow(
                        model.modelType(), model.version(), model.artifactUrl(), model.sha256(), model.threshold())
                : null;
    }
}
