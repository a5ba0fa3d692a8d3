package com.smartfitness.replication.postgres;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares the table behind a replica with what is known of its rows.
 *
 * @param states what is known of a stretch; the key in the collation of its own index
 * @param remove removes what has just this version
 */
record InspectedTable(String states, String remove) {

    static InspectedTable of(ReplicaTable table) {
        String name = table.name();
        String key = ReplicaTable.quote(table.key());
        return new InspectedTable("""
                select known.id, known.epoch, known.counter, known.hash,
                       known.present = (%1$s.%2$s is not null)
                       and (not known.present or known.checksum = %3$s) as intact
                from replication.replica_version as known
                left join %1$s on %1$s.%2$s = known.id collate "default"
                where known.replica = ? and known.epoch > 0 and known.id > ?
                """.formatted(name, key, table.checksum(name + ".")), """
                with gone as (
                    delete from replication.replica_version as known
                    using unnest(?::text[], ?::bigint[], ?::bigint[]) as g (id, epoch, counter)
                    where known.replica = ? and known.id = g.id and (known.epoch, known.counter) = (g.epoch, g.counter)
                    returning known.id
                )
                delete from %1$s using gone where %1$s.%2$s = gone.id collate "default"
                """.formatted(name, key));
    }

    List<KeptState> states(JdbcTemplate jdbc, String replica, @Nullable String after, @Nullable String last) {
        String from = after == null ? "" : after;
        return last == null
                ? jdbc.query(states + " order by known.id", (row, number) -> state(row), replica, from)
                : jdbc.query(
                        states + " and known.id <= ? order by known.id",
                        (row, number) -> state(row),
                        replica,
                        from,
                        last);
    }

    int remove(JdbcTemplate jdbc, String replica, Map<String, Version> known) {
        List<Map.Entry<String, Version>> all = new ArrayList<>(known.entrySet());
        return jdbc.update(
                remove,
                all.stream().map(Map.Entry::getKey).toArray(String[]::new),
                all.stream().map(entry -> entry.getValue().epoch()).toArray(Long[]::new),
                all.stream().map(entry -> entry.getValue().counter()).toArray(Long[]::new),
                replica);
    }

    private static KeptState state(ResultSet row) throws SQLException {
        return new KeptState(
                row.getString("id"),
                new Version(row.getLong("epoch"), row.getLong("counter")),
                row.getLong("hash"),
                row.getBoolean("intact"));
    }
}
