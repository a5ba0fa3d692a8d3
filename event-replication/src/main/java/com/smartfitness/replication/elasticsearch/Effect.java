package com.smartfitness.replication.elasticsearch;

import org.jspecify.annotations.Nullable;

/** What a running reaction wants to have changed when it has ended. */
final class Effect {

    /** Bound while a reaction runs. */
    static final ScopedValue<Effect> RUNNING = ScopedValue.newInstance();

    private @Nullable DocumentChange<?> change;

    void enlist(DocumentChange<?> enlisted) {
        if (change != null) {
            throw new IllegalStateException(
                    "A reaction makes one change: Elasticsearch writes one document at a time, so two could be halves");
        }
        change = enlisted;
    }

    /** Null if nothing is to be changed. */
    @Nullable DocumentChange<?> change() {
        return change;
    }
}
