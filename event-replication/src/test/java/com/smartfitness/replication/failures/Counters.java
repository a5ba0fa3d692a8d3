package com.smartfitness.replication.failures;

import com.smartfitness.replication.RunningService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What a running service has counted since it started. */
final class Counters {

    private Counters() {}

    /** Over all queues and types. */
    static double sum(RunningService service, String name) {
        return service.bean(MeterRegistry.class).find(name).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
