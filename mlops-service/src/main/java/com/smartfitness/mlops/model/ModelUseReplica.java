package com.smartfitness.mlops.model;

import com.smartfitness.events.LaundryModelActivatedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.events.ModelUseEvent;
import com.smartfitness.replication.Replica;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which servers of models have taken what was deployed. It is shown and decides nothing. */
@Component
@Replica(queue = "model-use", table = "model_use", completeBeforeReady = false)
class ModelUseReplica {

    record UseRow(
            String useId,
            ModelType modelType,
            String version,
            String instance,
            boolean activated,
            @Nullable String reason,
            Instant at) {}

    UseRow on(ModelUseEvent use) {
        return new UseRow(
                use.aggregateId(),
                use.modelType(),
                use.version(),
                use.instance(),
                use instanceof LaundryModelActivatedEvent,
                use.reason(),
                use.at());
    }
}
