package com.smartfitness.monitoring.fleet;

import static java.util.Comparator.comparing;

import com.smartfitness.events.EventCatalogue;
import com.smartfitness.events.EventType;
import com.smartfitness.monitoring.fleet.ServiceView.Store;
import com.smartfitness.replication.broker.Names;
import com.smartfitness.replication.report.InstanceReport;
import com.smartfitness.replication.report.ReportListener;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What all processes have last said of themselves. It is in memory alone: after a restart it is complete again within
 * seconds, and every instance of this service hears the same.
 */
@Component
public class Fleet implements ReportListener {

    private static final String GATEWAY = "gateway";

    private final FleetProperties properties;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Fleet(FleetProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    private record Known(InstanceReport report, Instant heardAt, List<Store> stores) {}

    @Override
    public void on(InstanceReport report) {
        Instant now = clock.instant();
        known.compute(report.instance(), (_, before) -> new Known(report, now, stores(report, before, now)));
        known.values().removeIf(one -> isForgotten(one, now));
    }

    /** Every service that publishes events or has been heard, by name. */
    public List<ServiceView> services() {
        Instant now = clock.instant();
        Map<String, List<Known>> byService = known.values().stream()
                .collect(Collectors.groupingBy(one -> one.report().service()));
        TreeSet<String> names = new TreeSet<>(byService.keySet());
        EventCatalogue.events().stream()
                .map(EventCatalogue::typeOf)
                .map(EventType::value)
                .map(Names::sourceOf)
                .forEach(names::add);
        names.add(GATEWAY);
        return names.stream()
                .map(name -> service(name, byService.getOrDefault(name, List.of()), now))
                .toList();
    }

    /** Replication as those tell of it who have spoken lately. */
    public ReplicationView replication() {
        Instant now = clock.instant();
        List<Known> speaking = known.values().stream()
                .filter(one -> !isSilent(one, now))
                .sorted(comparing((Known one) -> one.report().service())
                        .thenComparing(one -> one.report().instance()))
                .toList();
        return FleetReplication.of(speaking.stream()
                .map(one -> new ReplicationView.Instance(
                        one.report().service(),
                        one.report().instance(),
                        one.heardAt(),
                        one.report().lags(),
                        one.report().replication()))
                .toList());
    }

    private ServiceView service(String name, Collection<Known> instances, Instant now) {
        return new ServiceView(
                name,
                state(instances, now),
                instances.stream()
                        .sorted(comparing((Known one) -> one.report().startedAt())
                                .reversed())
                        .map(one -> new ServiceView.Instance(
                                one.report().instance(),
                                isSilent(one, now),
                                one.report().version(),
                                one.report().startedAt(),
                                one.heardAt(),
                                one.report().memory(),
                                one.stores()))
                        .toList());
    }

    private ServiceState state(Collection<Known> instances, Instant now) {
        if (instances.isEmpty()) {
            return ServiceState.UNHEARD;
        }
        List<Known> speaking =
                instances.stream().filter(one -> !isSilent(one, now)).toList();
        if (speaking.isEmpty()) {
            return ServiceState.SILENT;
        }
        return speaking.stream().anyMatch(one -> one.stores().stream().allMatch(Store::up))
                ? ServiceState.UP
                : ServiceState.STORE_AWAY;
    }

    private static List<Store> stores(InstanceReport report, @Nullable Known before, Instant now) {
        Map<String, Store> last = before == null
                ? Map.of()
                : before.stores().stream().collect(Collectors.toMap(Store::name, Function.identity()));
        List<Store> stores = new ArrayList<>();
        for (InstanceReport.StoreReport store : report.stores()) {
            Store was = last.get(store.name());
            stores.add(new Store(
                    store.name(),
                    store.version() == null && was != null ? was.version() : store.version(),
                    store.up(),
                    was != null && was.up() == store.up() ? was.since() : now,
                    store.memory(),
                    store.size()));
        }
        return stores;
    }

    private boolean isSilent(Known one, Instant now) {
        return one.heardAt().plus(properties.silentAfter()).isBefore(now);
    }

    /** The last process of a service is remembered for as long as this one lives. */
    private boolean isForgotten(Known one, Instant now) {
        return one.heardAt().plus(properties.forgottenAfter()).isBefore(now)
                && known.values().stream()
                        .anyMatch(other ->
                                other.report().service().equals(one.report().service())
                                        && other.heardAt().isAfter(one.heardAt()));
    }
}
