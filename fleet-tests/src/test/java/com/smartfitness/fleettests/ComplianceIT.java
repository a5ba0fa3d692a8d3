package com.smartfitness.fleettests;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.fleet.compliance.Finding;
import com.smartfitness.fleet.compliance.Holding;
import com.smartfitness.fleet.compliance.Inspection;
import com.smartfitness.fleet.compliance.Rule;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.stack.PostgresServer;
import com.smartfitness.testing.stores.Eventually;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the inspection says of a fleet that keeps the rules, and of one in which somebody breaks them. */
class ComplianceIT {

    @Test
    void findsNothingInAFleetThatKeepsTheRules() {
        Finding finding = inspect();

        assertThat(finding.rules().stream().flatMap(rule -> rule.violations().stream()))
                .isEmpty();
        assertThat(finding.holdings())
                .extracting(Holding::store)
                .contains("auth-db", "redis", "elasticsearch", "helper-objects");
        assertThat(finding.holdings().stream()
                        .filter(holding -> holding.technology().equals("PostgreSQL")))
                .hasSize(5)
                .allMatch(holding -> holding.connections() > 0);
        assertThat(finding.attempts()).hasSizeGreaterThan(80);
        assertThat(finding.feeds())
                .filteredOn(feed -> feed.queue().equals("mlops.tasks"))
                .singleElement()
                .satisfies(feed -> {
                    assertThat(feed.bindings()).contains("helper.task-confirmed.v1");
                    assertThat(feed.consumers()).containsOnly("mlops-service");
                });
    }

    @Test
    void reportsWhoBreaksTheRules() throws Exception {
        String secret = RunningFleet.environment("mlops-service").get("SPRING_DATASOURCE_PASSWORD");
        try (Connection asOwner = RunningFleet.database("helper-service");
                Connection superuser = superuserOf("auth-db");
                var statement = superuser.createStatement();
                var broker = RunningFleet.brokerAsAdministrator();
                var channel = broker.createChannel()) {
            statement.execute("create role mlops login password '%s'".formatted(secret));
            statement.execute("grant connect on database auth to mlops");
            channel.basicConsume("mlops.users", false, (tag, message) -> {}, tag -> {});

            Eventually.becomes(
                    "all is seen",
                    () -> violations(inspect()),
                    found -> found.stream().anyMatch(sentence -> sentence.contains("consumed by")));
            Finding finding = inspect();

            assertThat(asOwner.isValid(5)).isTrue();
            assertThat(finding.holds()).isFalse();
            assertThat(violations(finding))
                    .anyMatch(sentence -> sentence.matches("process \\d+ .* is connected to helper-db as helper"))
                    .contains(
                            "SPRING_DATASOURCE_PASSWORD of mlops-service opens auth-db",
                            "mlops.users is consumed by administrator");
        } finally {
            try (Connection superuser = superuserOf("auth-db");
                    var statement = superuser.createStatement()) {
                statement.execute("revoke connect on database auth from mlops");
                statement.execute("drop role mlops");
            }
        }
        assertThat(violations(inspect())).isEmpty();
    }

    private static Finding inspect() {
        return Inspection.of(RunningFleet.fleet().plan(), RunningFleet.fleet().reports());
    }

    private static List<String> violations(Finding finding) {
        return finding.rules().stream()
                .map(Rule::violations)
                .flatMap(List::stream)
                .toList();
    }

    private static Connection superuserOf(String store) throws Exception {
        PostgresServer server =
                (PostgresServer) RunningFleet.fleet().plan().component(store).server();
        DatabaseFacts facts = server.admin().superuser();
        return DriverManager.getConnection(server.admin().jdbcUrl("auth"), facts.username(), facts.password());
    }
}
