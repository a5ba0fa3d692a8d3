package com.smartfitness.replication.postgres;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes the relay when the running transaction commits, once a transaction. */
record WakeAtCommit(Runnable relay) implements TransactionSynchronization {

    static void register(Runnable relay) {
        WakeAtCommit wake = new WakeAtCommit(relay);
        if (!TransactionSynchronizationManager.getSynchronizations().contains(wake)) {
            TransactionSynchronizationManager.registerSynchronization(wake);
        }
    }

    @Override
    public void afterCommit() {
        relay.run();
    }
}
