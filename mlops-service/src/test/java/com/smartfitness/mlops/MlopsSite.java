package com.smartfitness.mlops;

import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.testing.stores.Stores;

/**
 * A running service with what is around it, for tests that stop none of it.
 *
 * @param helper publishes as helper-service
 * @param partner publishes confirmations from outside the fleet
 */
public record MlopsSite(BrokerFacts broker, RunningMlops mlops, Buckets buckets, Publisher helper, Publisher partner) {

    public static MlopsSite shared() {
        return Shared.SITE;
    }

    private static MlopsSite start() {
        for (String bucket : new String[] {"mlops-models", "mlops-samples", "helper-photos", "elsewhere"}) {
            Stores.objects().bucket(bucket);
        }
        BrokerFacts broker = Stores.broker()
                .newVirtualHost(users -> users.service("mlops")
                        .service("helper")
                        .service("auth")
                        .service("access")
                        .service("branchowner")
                        .producer("partner", Tasks.CONFIRMED));
        RunningMlops mlops = RunningMlops.start(
                broker,
                Stores.postgres().newDatabase(),
                Stores.objects().owner(),
                Stores.objects().newReader("helper-photos"));
        Runtime.getRuntime().addShutdownHook(new Thread(mlops::close, "mlops-site"));
        Buckets buckets = new Buckets(Stores.objects().owner());
        try {
            return new MlopsSite(
                    broker, mlops, buckets, new Publisher(broker, "helper"), new Publisher(broker, "partner"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Shared {

        private static final MlopsSite SITE = start();
    }
}
