package com.smartfitness.replication.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.testing.stores.Stores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaTableIT {

    private static ServiceDatabase database;

    enum Level {
        BASIC,
        PREMIUM
    }

    record Address(String streetName, int floor) {}

    record Gym(
            String gymId,
            Instant openedAt,
            Level level,
            Address address,
            List<String> tags,
            boolean open,
            BigDecimal monthlyPrice,
            long visits,
            @Nullable String remark) {}

    record Known(String knownId, String name) {}

    record WithoutKey(String name) {}

    @BeforeAll
    static void create() {
        database = ServiceDatabase.in(Stores.postgres().newDatabase());
        database.jdbc().execute("""
                create table gym (
                    gym_id text primary key, opened_at timestamptz not null, level text not null, address jsonb not null,
                    tags text[] not null, open boolean not null, monthly_price numeric(10, 2) not null,
                    visits bigint not null, remark text, added_by text not null default 'replica',
                    number bigint generated always as identity, twice bigint generated always as (visits * 2) stored);
                create table composite (known_id text, name text, primary key (known_id, name));
                create table numbered (known_id bigint primary key, name text);
                create table keyless (known_id text, name text);
                create table nameless (known_id text primary key);
                create table demanding (known_id text primary key, name text, since timestamptz not null);
                create table "order" (known_id text primary key, name text);
                """);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Nested
    class Refusing {

        @ParameterizedTest
        @CsvSource({
            "missing, the table does not exist",
            "composite, its primary key must be one column of type text",
            "numbered, its primary key must be one column of type text",
            "keyless, its primary key must be one column of type text",
            "nameless, the table has no column name",
            "demanding, 'the column since is required, but the record does not fill it'"
        })
        void saysWhatIsWrongWithTheTable(String table, String what) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> opened(table, Known.class))
                    .withMessage("The replica readers.%s cannot be kept in %s as Known: %s", table, table, what);
        }

        @Test
        void saysThatTheKeyIsNotFilled() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> opened("nameless", WithoutKey.class))
                    .withMessageEndingWith("the record has no component for the primary key known_id");
        }
    }

    @Nested
    class Filling {

        private static final Gym GYM = new Gym(
                "g1",
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                Level.PREMIUM,
                new Address("한강로 \"1\"", 3),
                List.of("sauna", "a,b", "{}", "null"),
                true,
                new BigDecimal("39.90"),
                1L << 60,
                null);

        private final PostgresReplicaStore store = opened("gym", Gym.class);

        @Test
        void keepsWhatRecordsHold() {
            apply(GYM);

            Map<String, Object> row = row();
            assertThat(row)
                    .containsEntry("level", "PREMIUM")
                    .containsEntry("open", true)
                    .containsEntry("monthly_price", new BigDecimal("39.90"))
                    .containsEntry("visits", 1L << 60)
                    .containsEntry("remark", null)
                    .containsEntry("added_by", "replica")
                    .containsEntry("exactly", true)
                    .containsEntry("street", "한강로 \"1\"")
                    .containsEntry("floor", "3")
                    .containsEntry("tags", "sauna|a,b|{}|null");
        }

        @Test
        void replacesAllThatTheRecordFillsAndNothingElse() {
            apply(GYM);
            database.jdbc().update("update gym set added_by = 'the service itself'");

            apply(new Gym(
                    "g1",
                    GYM.openedAt(),
                    Level.BASIC,
                    new Address("", 0),
                    List.of(),
                    false,
                    BigDecimal.ZERO,
                    0,
                    "moved"));

            assertThat(row())
                    .containsEntry("level", "BASIC")
                    .containsEntry("open", false)
                    .containsEntry("tags", "")
                    .containsEntry("remark", "moved")
                    .containsEntry("added_by", "the service itself");
        }

        @Test
        void keepsTablesWithReservedNames() {
            ReplicaDefinition orders = definition("\"order\"", Known.class);
            store.open(orders);

            store.apply(
                    orders, List.of(new ReplicaChange("k1", new Version(1, 1), 0, new Known("k1", "first"))), Map.of());

            assertThat(database.jdbc().queryForObject("select name from \"order\"", String.class))
                    .isEqualTo("first");
        }

        private void apply(Gym gym) {
            long last = database.jdbc()
                    .queryForObject("select coalesce(max(counter), 0) from replication.replica_version", Long.class);

            store.apply(
                    definition("gym", Gym.class),
                    List.of(new ReplicaChange(gym.gymId(), new Version(1, last + 1), 0, gym)),
                    Map.of());
        }

        private Map<String, Object> row() {
            return database.jdbc().queryForMap("""
                    select level, open, monthly_price, visits, remark, added_by, array_to_string(tags, '|') as tags,
                           opened_at = timestamptz '2026-01-02T03:04:05.678901Z' as exactly,
                           address ->> 'streetName' as street, address ->> 'floor' as floor
                    from gym where gym_id = 'g1'
                    """);
        }
    }

    private static PostgresReplicaStore opened(String table, Class<? extends Record> row) {
        PostgresReplicaStore store = database.replicaStore();
        store.open(definition(table, row));
        return store;
    }

    private static ReplicaDefinition definition(String table, Class<? extends Record> row) {
        return new ReplicaDefinition("readers." + table, "notes", "note", table, row);
    }
}
