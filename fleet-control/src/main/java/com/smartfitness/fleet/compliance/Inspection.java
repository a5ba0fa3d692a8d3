package com.smartfitness.fleet.compliance;

import static java.util.stream.Collectors.joining;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.ReplicationPair;
import com.smartfitness.fleet.Report;
import com.smartfitness.fleet.Service;
import com.smartfitness.fleet.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at a running fleet: who owns which store, who is connected, what lets whom in, and what feeds which copy. */
public final class Inspection {

    private static final String BROKER = "RabbitMQ";

    private final FleetPlan plan;
    private final List<Report> reports;
    private final Processes processes;
    private final Witness witness;

    private Inspection(FleetPlan plan, List<Report> reports) {
        this.plan = plan;
        this.reports = reports;
        this.processes = new Processes(reports.stream().map(Report::condition).toList());
        this.witness = new Witness(plan.home());
    }

    /**
     * Inspects a fleet on this machine.
     *
     * @param reports how its components are now
     */
    public static Finding of(FleetPlan plan, List<Report> reports) {
        return new Inspection(plan, reports).find();
    }

    private Finding find() {
        List<Connection> connections = connections();
        List<Attempt> attempts = attempts();
        List<Feed> feeds = feeds();
        List<Connection> foreign = connections.stream().filter(this::isForeign).toList();
        List<Holding> holdings = holdings(connections, foreign);
        return new Finding(
                Instant.now(),
                holdings,
                List.of(
                        ownership(),
                        feeding(feeds),
                        connectedness(connections.size(), foreign),
                        equality(),
                        credentials(attempts),
                        technologies(),
                        GateTime.of(reports)),
                connections,
                attempts,
                feeds);
    }

    private Stream<? extends Store> stores() {
        return plan.stores().stream().filter(store -> !store.kind().equals(BROKER));
    }

    private List<String> ownersOf(Store store) {
        return plan.services().stream()
                .filter(service -> service.needs().contains(store.name()))
                .map(Service::name)
                .toList();
    }

    private List<Connection> connections() {
        Sockets sockets = Sockets.now();
        List<Connection> found = new ArrayList<>();
        stores().forEach(store -> {
            Map<Integer, String> users = witness.usersOf(store);
            sockets.clientsOf(store.ports()[0])
                    .forEach(end -> found.add(new Connection(
                            store.name(), users.get(end.port()), end.port(), processes.nameOf(end.process()))));
        });
        // Those that the store speaks of and the kernel of this machine does not come from elsewhere or have just
        // ended.
        return found;
    }

    private List<Attempt> attempts() {
        List<Key> keys = plan.services().stream()
                .flatMap(service -> processes.keysOf(service.name()).stream())
                .toList();
        return stores().flatMap(store -> keys.stream()
                        .map(key -> new Attempt(
                                key.holder(),
                                key.name(),
                                store.name(),
                                Knock.opens(store, key.user(), key.password()))))
                .toList();
    }

    private List<Feed> feeds() {
        return plan.stores().stream()
                .filter(store -> store.kind().equals(BROKER))
                .flatMap(store -> witness.feeds(store).stream())
                .toList();
    }

    private List<Holding> holdings(List<Connection> connections, List<Connection> foreign) {
        return stores().flatMap(store -> ownersOf(store).stream().map(owner -> {
                    long own = at(store, connections)
                            .filter(connection -> connection.holder().equals(owner))
                            .count();
                    long others = at(store, foreign).count();
                    return new Holding(owner, store.name(), store.kind(), own, others);
                }))
                .toList();
    }

    private static Stream<Connection> at(Store store, List<Connection> connections) {
        return connections.stream().filter(connection -> connection.store().equals(store.name()));
    }

    private Rule ownership() {
        List<String> violations = stores().filter(store -> ownersOf(store).size() != 1)
                .map(store -> "%s is used by %s".formatted(store.name(), String.join(", ", ownersOf(store))))
                .toList();
        long owners =
                stores().flatMap(store -> ownersOf(store).stream()).distinct().count();
        return Rule.of(
                "DG-01",
                "Every store belongs to one service",
                "%d stores of %d services".formatted(stores().count(), owners),
                violations);
    }

    private Rule technologies() {
        Map<String, Long> kinds = new TreeMap<>();
        stores().forEach(store -> kinds.merge(store.kind(), 1L, Long::sum));
        return Rule.of(
                "DG-04",
                "Services choose their stores' technology",
                kinds.entrySet().stream()
                        .map(kind -> kind.getValue() + " " + kind.getKey())
                        .collect(joining(", ")),
                kinds.size() > 1 ? List.of() : List.of("All stores are of one kind"));
    }

    private static Rule connectedness(int connections, List<Connection> foreign) {
        List<String> violations = foreign.stream()
                .map(connection -> "%s is connected to %s%s"
                        .formatted(
                                connection.holder(),
                                connection.store(),
                                connection.user() == null ? "" : " as " + connection.user()))
                .distinct()
                .toList();
        return Rule.of(
                "DG-02",
                "Nobody but its owner is connected to a store",
                "%d connections, %d of others".formatted(connections, foreign.size()),
                violations);
    }

    private boolean isForeign(Connection connection) {
        Store store = (Store) plan.component(connection.store());
        boolean administers = witness.isAdministrator(connection.user())
                || (connection.user() == null && processes.isSupervisor(connection.holder()));
        return !administers
                && !ownersOf(store).contains(connection.holder())
                && !processes.isReader(connection.holder(), store.ports()[0]);
    }

    private Rule credentials(List<Attempt> attempts) {
        List<String> violations = new ArrayList<>();
        Set<String> opened = new HashSet<>();
        long others = 0;
        for (Attempt attempt : attempts) {
            boolean own = ownersOf((Store) plan.component(attempt.store())).contains(attempt.service());
            if (own && attempt.opened()) {
                opened.add(attempt.store());
            }
            if (!own) {
                others++;
                if (attempt.opened()) {
                    violations.add(
                            "%s of %s opens %s".formatted(attempt.credentials(), attempt.service(), attempt.store()));
                }
            }
        }
        int broken = violations.size();
        stores().filter(store -> !opened.contains(store.name()))
                .forEach(store -> violations.add(
                        "%s does not let its owner in, so that refusals prove nothing".formatted(store.name())));
        return Rule.of(
                "DG-03",
                "No service's credentials open another's store",
                "%d tries at others' stores, %d opened; %d of %d stores opened for their owners"
                        .formatted(others, broken, opened.size(), stores().count()),
                violations);
    }

    private static Rule feeding(List<Feed> feeds) {
        List<String> violations = new ArrayList<>();
        for (Feed feed : feeds) {
            feed.consumers().stream()
                    .filter(user -> !user.equals(feed.service() + "-service"))
                    .forEach(user -> violations.add("%s is consumed by %s".formatted(feed.queue(), user)));
        }
        return Rule.of(
                "DG-01",
                "What is another's comes by events, through queues that only their owner takes from",
                "%d queues fed by %d bindings, %d consumers"
                        .formatted(
                                feeds.size(),
                                feeds.stream()
                                        .mapToLong(feed -> feed.bindings().size())
                                        .sum(),
                                feeds.stream()
                                        .mapToLong(feed -> feed.consumers().size())
                                        .sum()),
                violations);
    }

    private Rule equality() {
        List<ReplicationPair> pairs =
                reports.stream().flatMap(report -> report.pairs().stream()).toList();
        List<String> violations = pairs.stream()
                .filter(pair -> pair.drifted() > 0)
                .map(pair -> "%d rows from %s in %s had drifted".formatted(pair.drifted(), pair.source(), pair.queue()))
                .toList();
        long slowest = pairs.stream()
                .map(ReplicationPair::tailMillis)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return Rule.of(
                "DG-02",
                "Copies are what their sources say",
                "%d pairs of source and queue, %d rows had drifted, p99 of the lag at most %d ms"
                        .formatted(
                                pairs.size(),
                                pairs.stream()
                                        .mapToLong(ReplicationPair::drifted)
                                        .sum(),
                                slowest),
                violations);
    }
}
