package com.smartfitness.access.gate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Where the time of a verification goes: the meter {@code gate.verification} in seconds, by {@code step}. What the gate's
 * proof takes is in {@code device.proof}, all together in {@code http.server.requests}.
 */
@Component
class VerificationTimes {

    private final Timer search;
    private final Timer sign;
    private final Timer record;

    VerificationTimes(MeterRegistry meters) {
        search = timer(meters, "search");
        sign = timer(meters, "sign");
        record = timer(meters, "record");
    }

    private static Timer timer(MeterRegistry meters, String step) {
        return Timer.builder("gate.verification")
                .description("Time that a step of verifications takes")
                .tag("step", step)
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /** Of comparing a face with all others. */
    <T> T search(Supplier<T> step) {
        return search.record(step);
    }

    /** Of signing the command. */
    <T> T sign(Supplier<T> step) {
        return sign.record(step);
    }

    /** Of recording the attempt in the store, its disk included. */
    <T> T record(Supplier<T> step) {
        return record.record(step);
    }
}
