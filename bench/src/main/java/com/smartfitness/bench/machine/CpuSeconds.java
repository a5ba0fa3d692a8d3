package com.smartfitness.bench.machine;

/** CPU time used during a phase, in seconds, by who used it. */
public record CpuSeconds(double source, double consumer, double broker, double sourceStore, double consumerStore) {

    /** What was used since an earlier reading. */
    public CpuSeconds since(CpuSeconds earlier) {
        return new CpuSeconds(
                source - earlier.source,
                consumer - earlier.consumer,
                broker - earlier.broker,
                sourceStore - earlier.sourceStore,
                consumerStore - earlier.consumerStore);
    }

    public double total() {
        return source + consumer + broker + sourceStore + consumerStore;
    }
}
