package com.smartfitness.mlops.model;

import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.model.RegisteredModel.Lineage;
import com.smartfitness.mlops.objects.ObjectStores;
import java.io.IOException;
import java.time.Clock;
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
    private final Deployments deployments;
    private final ObjectStores stores;
    private final TransactionOperations transactions;
    private final Clock clock;

    FirstDeployment(
            Models models,
            Deployments deployments,
            ObjectStores stores,
            TransactionOperations transactions,
            Clock clock) {
        this.models = models;
        this.deployments = deployments;
        this.stores = stores;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does nothing where a model is in use, whether it is this one or another. */
    void ensure() throws IOException {
        if (models.current(ModelType.LAUNDRY).isPresent()) {
            return;
        }
        BuiltModel built = BuiltModel.load();
        String key = "laundry/" + built.version() + ".onnx";
        // Whoever hears of the model must find it, so the file goes first; without the event it is of no consequence.
        stores.models().put(key, built.file(), "application/octet-stream");
        transactions.executeWithoutResult(_ -> deploy(built, key));
    }

    private void deploy(BuiltModel built, String key) {
        models.register(new RegisteredModel(
                ModelType.LAUNDRY,
                built.version(),
                key,
                built.sha256(),
                built.file().length,
                built.labels(),
                built.threshold(),
                built.metrics(),
                Lineage.BUILD,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        if (deployments.deployFirst(ModelType.LAUNDRY, built.version(), "BUILD")) {
            log.info("Laundry model {} is to be used", built.version());
        }
    }
}
