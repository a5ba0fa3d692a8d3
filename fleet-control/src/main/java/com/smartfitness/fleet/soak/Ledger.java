package com.smartfitness.fleet.soak;

import static java.util.stream.Collectors.toMap;

import com.smartfitness.fleet.FleetPlan;
import com.smartfitness.fleet.Service;
import com.smartfitness.stack.StackException;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What services on PostgreSQL have published and what others have applied of it, read from their databases as their
 * owners. Copies elsewhere are compared by the fleet's own digests.
 */
final class Ledger {

    private final List<Service> services;

    Ledger(FleetPlan plan) {
        this.services = plan.services().stream()
                .filter(service -> service.environment().containsKey("SPRING_DATASOURCE_URL"))
                .toList();
    }

    /** Events that are committed and not sent, in all outboxes. */
    long unsent() {
        return services.stream()
                .mapToLong(service -> rows(service, "select count(*) as n from replication.outbox").stream()
                        .mapToLong(row -> Long.parseLong(row.getFirst()))
                        .sum())
                .sum();
    }

    /** Events that were ever published: each is one step of its aggregate's version. */
    long published() {
        return services.stream()
                .mapToLong(service ->
                        rows(service, "select coalesce(sum(version), 0) as n from replication.published_state").stream()
                                .mapToLong(row -> Long.parseLong(row.getFirst()))
                                .sum())
                .sum();
    }

    /**
     * Which aggregates have seen fewer versions than changes that were said to be done, each in a sentence. Kinds that
     * belong together share ids; the one that people change has the most versions.
     *
     * @param acknowledged changes by the aggregate's id
     */
    List<String> lost(Map<String, Long> acknowledged) {
        Map<String, Long> versions = new HashMap<>();
        services.forEach(service -> rows(service, "select id, version::text from replication.published_state")
                .forEach(row -> versions.merge(row.get(0), Long.parseLong(row.get(1)), Math::max)));
        return acknowledged.entrySet().stream()
                .filter(change -> versions.getOrDefault(change.getKey(), 0L) < change.getValue())
                .map(change -> "%s is at version %d after %d changes"
                        .formatted(change.getKey(), versions.getOrDefault(change.getKey(), 0L), change.getValue()))
                .toList();
    }

    /** Where a copy shows another version than its source has published, each in a sentence. */
    List<String> differences() {
        Map<String, Map<String, String>> sources = new HashMap<>();
        services.forEach(service -> rows(
                        service, "select aggregate, id, version::text from replication.published_state")
                .forEach(row -> sources.computeIfAbsent(prefix(service) + "/" + row.get(0), kind -> new HashMap<>())
                        .put(row.get(1), row.get(2))));
        List<String> differences = new ArrayList<>();
        for (Service service : services) {
            rows(service, "select name, source || '/' || aggregate as kind from replication.replica")
                    .forEach(replica -> {
                        Map<String, String> source = sources.get(replica.get(1));
                        if (source != null) {
                            compare(replica.get(0), source, copy(service, replica.get(0)), differences);
                        }
                    });
        }
        return differences;
    }

    private Map<String, String> copy(Service service, String replica) {
        return rows(
                        service,
                        "select id, counter::text as version from replication.replica_version where replica = ?"
                                + " and epoch > 0",
                        replica)
                .stream()
                .collect(toMap(List::getFirst, List::getLast));
    }

    private static void compare(
            String name, Map<String, String> source, Map<String, String> copy, List<String> differences) {
        Set<String> ids = new HashSet<>(source.keySet());
        ids.addAll(copy.keySet());
        ids.stream()
                .filter(id -> !String.valueOf(source.get(id)).equals(String.valueOf(copy.get(id))))
                .forEach(id ->
                        differences.add("%s shows %s at %s, not %s".formatted(name, id, copy.get(id), source.get(id))));
    }

    private static String prefix(Service service) {
        return service.name().replace("-service", "");
    }

    private static List<List<String>> rows(Service service, String sql, String... parameters) {
        Map<String, String> environment = service.environment();
        try (var connection = DriverManager.getConnection(
                        environment.get("SPRING_DATASOURCE_URL"),
                        environment.get("SPRING_DATASOURCE_USERNAME"),
                        environment.get("SPRING_DATASOURCE_PASSWORD"));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<List<String>> rows = new ArrayList<>();
            ResultSet found = statement.executeQuery();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new StackException("The books of %s cannot be read: %s".formatted(service.name(), e.getMessage()), e);
        }
    }
}
