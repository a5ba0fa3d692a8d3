package com.smartfitness.mlops.model;

import com.smartfitness.events.ModelDeployedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.objects.ObjectStores;
import com.smartfitness.replication.EventPublisher;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the built model to use where none is, so that photos can be judged from the first day. */
@Component
class FirstDeployment {

    private static final Logger log = LoggerFactory.getLogger(FirstDeployment.class);

    private final Models models;
    private final ObjectStores stores;
    private final EventPublisher events;
    private final TransactionOperations transactions;
    private final Clock clock;

    FirstDeployment(
            Models models,
            ObjectStores stores,
            EventPublisher events,
            TransactionOperations transactions,
            Clock clock) {
        this.models = models;
        this.stores = stores;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does nothing where a model is in use, whether it is this one or another. */
    void ensure() throws IOException {
        if (models.isDeployed(ModelType.LAUNDRY)) {
            return;
        }
        BuiltModel model = BuiltModel.load();
        String key = "laundry/" + model.version() + ".onnx";
        // Whoever hears of the model must find it, so the file goes first; without the event it is of no consequence.
        stores.models().put(key, model.file(), "application/octet-stream");
        transactions.executeWithoutResult(_ -> deploy(model, key));
    }

    private void deploy(BuiltModel model, String key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        models.register(ModelType.LAUNDRY, model, key, now);
        if (models.deployFirst(ModelType.LAUNDRY, model, now)) {
            events.publish(new ModelDeployedEvent(
                    ModelType.LAUNDRY,
                    model.version(),
                    stores.models().urlOf(key),
                    model.sha256(),
                    model.metrics(),
                    model.threshold(),
                    null,
                    now));
            log.info("Laundry model {} is to be used", model.version());
        }
    }
}
