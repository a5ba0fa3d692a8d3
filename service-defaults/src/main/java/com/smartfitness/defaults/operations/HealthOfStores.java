package com.smartfitness.defaults.operations;

import com.smartfitness.replication.report.InstanceReport.StoreReport;
import com.smartfitness.replication.report.StoreReports;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** A service's stores, as its health knows them. */
final class HealthOfStores implements StoreReports {

    private static final List<String> STORES = List.of("db", "redis", "elasticsearch");
    private static final String VERSION = "version";

    private final Supplier<@Nullable HealthContributors> health;
    private final Supplier<@Nullable String> databaseVersion;

    /**
     * @param health null before there is any
     * @param databaseVersion of the relational one, which its health does not tell; null while that is not known
     */
    HealthOfStores(Supplier<@Nullable HealthContributors> health, Supplier<@Nullable String> databaseVersion) {
        this.health = health;
        this.databaseVersion = databaseVersion;
    }

    @Override
    public List<StoreReport> stores() {
        HealthContributors all = health.get();
        return all == null
                ? List.of()
                : STORES.stream().flatMap(name -> store(name, all)).toList();
    }

    private Stream<StoreReport> store(String name, HealthContributors all) {
        if (!(all.getContributor(name) instanceof HealthIndicator indicator)) {
            return Stream.empty();
        }
        Health now = Objects.requireNonNull(indicator.health(true));
        boolean up = now.getStatus().equals(Status.UP);
        Object told = now.getDetails().get(VERSION);
        String version = told != null ? told.toString() : name.equals("db") && up ? databaseVersion.get() : null;
        return Stream.of(new StoreReport(name, version, up));
    }
}
