package com.smartfitness.replication.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.smartfitness.replication.replica.ReplicaDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table behind a replica, checked against the record that fills it, and the statements for it.
 *
 * @param name as the service's search path finds it
 * @param key the primary key column
 * @param columns every column that the record fills, the key among them
 * @param shape names and types of these columns: rows of another have to be brought again
 */
record ReplicaTable(String name, String key, List<String> columns, String shape) {

    private static final String COLUMNS = """
            select a.attname as name, t.typname as type, a.attnotnull and not a.atthasdef as required,
                   coalesce(i.indnatts = 1, false) as key
            from pg_attribute a join pg_type t on t.oid = a.atttypid
            left join pg_index i on i.indrelid = a.attrelid and i.indisprimary and a.attnum = any (i.indkey)
            where a.attrelid = to_regclass(?) and a.attnum > 0 and not a.attisdropped
              and a.attidentity = '' and a.attgenerated = ''
            """;

    private record Column(String name, String type, boolean required, boolean key) {}

    static ReplicaTable of(ReplicaDefinition replica, JdbcTemplate jdbc) {
        Map<String, Column> known = new TreeMap<>();
        jdbc.query(
                COLUMNS,
                row -> {
                    Column column = new Column(
                            row.getString("name"),
                            row.getString("type"),
                            row.getBoolean("required"),
                            row.getBoolean("key"));
                    known.put(column.name(), column);
                },
                replica.table());
        List<String> columns = Arrays.stream(replica.row().getRecordComponents())
                .map(RowWriter.ColumnNames::of)
                .toList();
        require(!known.isEmpty(), replica, "the table does not exist");
        String key = known.values().stream()
                .filter(column -> column.key() && column.type().equals("text"))
                .map(Column::name)
                .findFirst()
                .orElse("");
        require(!key.isEmpty(), replica, "its primary key must be one column of type text");
        require(columns.contains(key), replica, "the record has no component for the primary key " + key);
        for (String column : columns) {
            require(known.containsKey(column), replica, "the table has no column " + column);
        }
        for (Column column : known.values()) {
            require(
                    !column.required() || columns.contains(column.name()),
                    replica,
                    "the column " + column.name() + " is required, but the record does not fill it");
        }
        String shape = columns.stream()
                .map(column -> column + " " + requireNonNull(known.get(column)).type())
                .collect(joining(", "));
        return new ReplicaTable(replica.table(), key, columns, shape);
    }

    /**
     * Applies a batch in one statement: the versions decide which changes are fresh, and only those reach the table.
     *
     * @param settled comparison under which a known version gives way to an incoming one, {@code <} or {@code <=}
     */
    String apply(String settled) {
        return """
            with incoming as (
                select i.*, jsonb_populate_record(null::%2$s, content::jsonb) as filled
                from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[])
                     as i (id, epoch, counter, hash, content)
            ), fresh as (
                insert into replication.replica_version as known
                    (replica, id, epoch, counter, hash, checksum, present, generation)
                select ?, id, epoch, counter, hash, %7$s, content is not null, ? from incoming order by id
                on conflict (replica, id) do update
                set epoch = excluded.epoch, counter = excluded.counter, hash = excluded.hash,
                    checksum = excluded.checksum, present = excluded.present, generation = excluded.generation
                where (known.epoch, known.counter) %1$s (excluded.epoch, excluded.counter)
                returning id, present
            ), kept as (
                insert into %2$s (%3$s)
                select %4$s from incoming join fresh using (id) where present
                on conflict (%5$s) do update set %6$s
            ), dropped as (
                delete from %2$s using fresh where %2$s.%5$s = fresh.id and not fresh.present
            )
            select count(*) from fresh
            """.formatted(
                        settled,
                        name,
                        quoted("", columns),
                        quoted("(filled).", columns),
                        quote(key),
                        columns.stream()
                                .map(column -> quote(column) + " = excluded." + quote(column))
                                .collect(joining(", ")),
                        checksum("(filled)."));
    }

    /** Tells a row from any other, whatever a session's time zone or formats: PostgreSQL's own hash of its values. */
    String checksum(String prefix) {
        return "hash_record_extended(row(" + quoted(prefix, columns) + "), 0)";
    }

    private static String quoted(String prefix, List<String> columns) {
        return columns.stream().map(column -> prefix + quote(column)).collect(joining(", "));
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static void require(boolean holds, ReplicaDefinition replica, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("The replica " + replica.name() + " cannot be kept in " + replica.table()
                    + " as " + replica.row().getSimpleName() + ": " + otherwise);
        }
    }
}
