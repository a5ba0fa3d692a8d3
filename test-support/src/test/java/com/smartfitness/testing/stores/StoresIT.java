package com.smartfitness.testing.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.smartfitness.stack.BrokerFacts;
import com.smartfitness.stack.DatabaseFacts;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class StoresIT {

    @Test
    void givesEveryTestClassADatabaseOfItsOwn() throws SQLException {
        DatabaseFacts first = Stores.postgres().newDatabase();
        DatabaseFacts second = Stores.postgres().newDatabase();

        createTable(first);
        createTable(second);

        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        assertThatThrownBy(() -> createTable(new DatabaseFacts(second.jdbcUrl(), first.username(), first.password())))
                .hasMessageContaining("permission denied");
    }

    @Test
    void letsAServiceIntoEveryVirtualHostThatHasIt() throws Exception {
        BrokerFacts first = Stores.broker().newVirtualHost("auth", "helper");
        BrokerFacts second = Stores.broker().newVirtualHost("auth");

        Clients.connect(first, "auth").close();
        Clients.connect(first, "helper").close();
        Clients.connect(second, "auth").close();
        assertThatThrownBy(() -> second.user("helper")).hasMessageContaining("helper has no user");
    }

    @Test
    void showsAndClosesConnections() throws Exception {
        BrokerFacts facts = Stores.broker().newVirtualHost("search");
        com.rabbitmq.client.Connection connection = Clients.connect(facts, "search");

        Eventually.holds(
                "the connection is closed", () -> Stores.broker().admin().closeConnections("search's connection") == 1);

        Eventually.holds("the client notices", () -> !connection.isOpen());
    }

    @Test
    void givesEveryTestClassABucketOfItsOwnAndKeysToIt() {
        Objects objects = Stores.objects();
        String first = objects.newBucket();
        String second = objects.newBucket();

        assertThat(first).isNotEqualTo(second);
        assertThat(objects.newReader(first)).isNotEqualTo(objects.newReader(first));
        assertThat(objects.owner()).isEqualTo(Stores.objects().owner());
    }

    @Test
    void givesEveryTestClassARedisOfItsOwn() {
        assertThat(Stores.newRedis().port()).isNotEqualTo(Stores.newRedis().port());
    }

    @Test
    void givesAllTestClassesOneSearchEngine() {
        assertThat(Stores.search().facts()).isEqualTo(Stores.search().facts());
        assertThat(Stores.search().newIndexName()).isNotEqualTo(Stores.search().newIndexName());
    }

    private static void createTable(DatabaseFacts facts) throws SQLException {
        try (Connection connection = DriverManager.getConnection(facts.jdbcUrl(), facts.username(), facts.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE member (id text)");
        }
    }
}
