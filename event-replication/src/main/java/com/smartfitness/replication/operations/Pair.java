package com.smartfitness.replication.operations;

import com.smartfitness.replication.operations.ReplicationState.SourceState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What is measured between one source and one queue that takes its events. */
final class Pair {

    private static final double MEDIAN = 0.5;
    private static final double TAIL = 0.99;

    private final String source;
    private final Timer lag;
    private final Instant since;
    private volatile @Nullable Instant applied;
    private volatile @Nullable Instant heard;

    Pair(String queue, String source, MeterRegistry registry, Clock clock) {
        this.source = source;
        this.since = clock.instant();
        Tags tags = Tags.of("queue", queue, "source", source);
        // Commit at the source to commit here, as far as the two clocks agree.
        this.lag = Timer.builder("replication.lag")
                .tags(tags)
                .publishPercentiles(MEDIAN, TAIL)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
        recently(registry, tags, MEDIAN);
        recently(registry, tags, TAIL);
        Gauge.builder("replication.heard.age", this, pair -> pair.silence(clock))
                .tags(tags)
                .baseUnit("seconds")
                .register(registry);
    }

    void applied(@Nullable Instant committed, Instant now) {
        heard = now;
        applied = now;
        if (committed != null) {
            lag.record(Duration.between(committed, now));
        }
    }

    void heard(Instant now) {
        heard = now;
    }

    SourceState state() {
        return new SourceState(source, millis(MEDIAN), millis(TAIL), applied, heard);
    }

    /** A histogram tells of all time; what an operator wants to know is of the last minutes. */
    private void recently(MeterRegistry registry, Tags tags, double percentile) {
        Gauge.builder("replication.lag.recent", this, pair -> pair.percentile(percentile) / 1000)
                .tags(tags.and("quantile", String.valueOf(percentile)))
                .baseUnit("seconds")
                .register(registry);
    }

    private double silence(Clock clock) {
        Instant last = heard;
        return Duration.between(last == null ? since : last, clock.instant()).toMillis() / 1000.0;
    }

    private @Nullable Long millis(double percentile) {
        double value = percentile(percentile);
        return Double.isNaN(value) ? null : Math.round(value);
    }

    /** In milliseconds; not a number where nothing was applied lately. */
    private double percentile(double percentile) {
        for (ValueAtPercentile value : lag.takeSnapshot().percentileValues()) {
            if (value.percentile() == percentile && value.value() > 0) {
                return value.value(TimeUnit.MILLISECONDS);
            }
        }
        return Double.NaN;
    }
}
