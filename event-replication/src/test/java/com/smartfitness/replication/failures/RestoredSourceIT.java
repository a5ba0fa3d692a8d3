package com.smartfitness.replication.failures;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.replication.RunningService;
import com.smartfitness.stack.DatabaseFacts;
import com.smartfitness.testing.servers.TestPostgres;
import com.smartfitness.testing.stores.Eventually;
import com.smartfitness.testing.stores.Stores;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The source's store is replaced by an older copy of itself. */
class RestoredSourceIT {

    private final TestPostgres store = Stores.startOwnPostgres();
    private final Site site =
            Site.with(store.admin().createDatabase("members"), Stores.postgres().newDatabase());

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void makesTheReplicaEqualToTheOlderCopyOnceTheEpochIsRaised() {
        try (RunningService _ = site.startRewards()) {
            whileServing(client -> IntStream.range(0, 20).forEach(i -> client.join("Early-" + i)));
            execute("create database backup template members");
            whileServing(client -> {
                client.visit("Early-1");
                client.visit("Early-1");
                client.leave("Early-2");
                client.join("Vanished");
                client.join("Rejoined");
                client.visit("Rejoined");
            });
            execute("drop database members");
            execute("create database members template backup owner members");

            whileServing(client -> {
                assertThat(client.raiseEpoch()).isTrue();
                client.visit("Early-1");
                client.join("Rejoined");
                Eventually.holds(
                        "who never came is forgotten", () -> !site.ledger().isKnown("Vanished"));
            });
            assertThat(site.ledger().isKnown("Early-2")).isTrue();
            assertThat(site.ledger().isKnown("Rejoined")).isTrue();
            assertThat(site.ledger().snapshot().running()).isFalse();
        }
    }

    private void whileServing(Consumer<MembersClient> work) {
        try (RunningService members = site.startMembers()) {
            work.accept(MembersClient.of(members));
            site.ledger().awaitEqualReplica(MembersClient.of(members));
        }
    }

    private void execute(String sql) {
        DatabaseFacts superuser = store.admin().superuser();
        JdbcClient.create(new DriverManagerDataSource(superuser.jdbcUrl(), superuser.username(), superuser.password()))
                .sql(sql)
                .update();
    }
}
