package com.smartfitness.access.face;

import com.smartfitness.recognition.Step;
import com.smartfitness.recognition.StepTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Where the time of a photo goes: the meter {@code face.photo} in seconds, by {@code step}. */
@Component
class PhotoTimes implements StepTimes {

    private final MeterRegistry meters;

    PhotoTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public <T> T of(Step step, Supplier<T> work) {
        return of(step.name().toLowerCase(Locale.ROOT), work);
    }

    /** Of what comes before the steps that are the reader's. */
    <T> T of(String step, Supplier<T> work) {
        return Timer.builder("face.photo")
                .description("Time that a step of looking at a photo takes")
                .tag("step", step)
                .publishPercentiles(0.5, 0.95, 0.99)
                .register(meters)
                .record(work);
    }
}
