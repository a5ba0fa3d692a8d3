package com.smartfitness.monitoring.fleet;

import com.smartfitness.monitoring.fleet.ReplicationView.Instance;
import com.smartfitness.replication.operations.ReplicationState;
import com.smartfitness.replication.operations.ReplicationState.OutboxState;
import com.smartfitness.replication.operations.ReplicationState.QueueState;
import com.smartfitness.replication.operations.ReplicationState.ReplicaState;
import com.smartfitness.replication.report.InstanceReport.Lag;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up what processes tell of replication. Instances of one service share its outbox, its queues and its copies. */
final class FleetReplication {

    private FleetReplication() {}

    static ReplicationView of(List<Instance> instances) {
        Map<String, List<ReplicationState>> byService = instances.stream()
                .filter(instance -> instance.state() != null)
                .collect(Collectors.groupingBy(
                        Instance::service, Collectors.mapping(FleetReplication::state, Collectors.toList())));
        return new ReplicationView(
                worstLag(instances),
                oldest(byService),
                byService.values().stream()
                        .mapToLong(
                                states -> largest(states, state -> outbox(state).map(OutboxState::pending)))
                        .sum(),
                byService.values().stream()
                        .mapToLong(states -> largest(states, FleetReplication::deadLetters))
                        .sum(),
                drifted(byService),
                incomplete(byService),
                instances);
    }

    private static ReplicationState state(Instance instance) {
        return Objects.requireNonNull(instance.state());
    }

    private static @Nullable Long worstLag(List<Instance> instances) {
        return instances.stream()
                .flatMap(instance -> instance.lags().stream())
                .map(Lag::maxMillis)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant oldest(Map<String, List<ReplicationState>> byService) {
        return byService.values().stream()
                .flatMap(List::stream)
                .flatMap(FleetReplication::outbox)
                .flatMap(outbox -> Stream.ofNullable(outbox.oldest()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Stream<Long> deadLetters(ReplicationState state) {
        return Stream.of(state.queues().stream()
                .map(QueueState::deadLetters)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum());
    }

    private static Stream<OutboxState> outbox(ReplicationState state) {
        return Stream.ofNullable(state.outbox());
    }

    /** Each row is found by the one instance that feeds its copy. */
    private static long drifted(Map<String, List<ReplicationState>> byService) {
        return byService.values().stream()
                .flatMap(List::stream)
                .flatMap(state -> state.replicas().stream())
                .mapToLong(replica -> replica.verified().drifted())
                .sum();
    }

    /** A copy is complete where any instance says so: they share it. */
    private static List<String> incomplete(Map<String, List<ReplicationState>> byService) {
        return byService.values().stream()
                .flatMap(states -> states.stream()
                        .flatMap(state -> state.replicas().stream())
                        .collect(Collectors.groupingBy(
                                ReplicaState::name, Collectors.mapping(ReplicaState::ready, Collectors.toSet())))
                        .entrySet()
                        .stream())
                .filter(replica -> !replica.getValue().contains(true))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static long largest(List<ReplicationState> states, Function<ReplicationState, Stream<Long>> figure) {
        return states.stream().flatMap(figure).mapToLong(Long::longValue).max().orElse(0);
    }
}
