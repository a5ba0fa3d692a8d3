package com.smartfitness.fleet;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component's condition, with what asking it brings to light.
 *
 * @param memory bytes of main memory that its processes take, shared ones counted once
 * @param lagMillis the longest that an event has lately taken from its source's commit to this service's
 * @param deadLetters messages given up since the service started
 * @param unsentSeconds age of the oldest event that a service has not sent yet
 * @param pairs how events come to a service
 * @param gates how soon it answers gates, where it does
 */
public record Report(
        Condition condition,
        @Nullable String version,
        @Nullable Long memory,
        @Nullable Long lagMillis,
        @Nullable Long deadLetters,
        @Nullable Double unsentSeconds,
        List<ReplicationPair> pairs,
        @Nullable GateAnswers gates) {

    public Report {
        pairs = pairs == null ? List.of() : List.copyOf(pairs);
    }

    /** A condition alone. */
    public static Report brief(Condition condition) {
        return new Report(condition, null, null, null, null, null, List.of(), null);
    }

    static Report on(Component component, Condition condition) {
        Long memory = component.server().process().map(ProcessMemory::of).orElse(null);
        if (component instanceof Service service) {
            Optional<Metrics> metrics =
                    condition.ready() ? service.probe().get("prometheus").map(Metrics::parse) : Optional.empty();
            return new Report(
                    condition,
                    component.version().orElse(null),
                    memory,
                    metrics.flatMap(Metrics::lagMillis).orElse(null),
                    metrics.flatMap(Metrics::deadLetters).orElse(null),
                    metrics.flatMap(Metrics::unsentSeconds).orElse(null),
                    metrics.map(Metrics::pairs).orElse(List.of()),
                    metrics.flatMap(Metrics::gateAnswers).orElse(null));
        }
        return new Report(condition, component.version().orElse(null), memory, null, null, null, List.of(), null);
    }
}
