package com.smartfitness.bench.workload;

import com.smartfitness.bench.workload.Applied.Lag;
import java.util.LinkedHashMap;
import java.util.Map;

/** How late events were at each step of their way, in order. */
public record Steps(Map<String, Lag> lags) {

    /** These and then the others. */
    public Steps then(Steps others) {
        Map<String, Lag> all = new LinkedHashMap<>(lags);
        all.putAll(others.lags);
        return new Steps(all);
    }

    /** From due to committed at the consumer. */
    public Lag applied() {
        return lags.getOrDefault("applied", new Lag(0, 0, 0));
    }
}
