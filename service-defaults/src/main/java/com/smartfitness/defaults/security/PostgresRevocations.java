package com.smartfitness.defaults.security;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The replicated revocations in the service's PostgreSQL database. */
final class PostgresRevocations implements RevocationStore {

    private final JdbcClient jdbc;

    PostgresRevocations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Long> inForceAt(Instant time) {
        return jdbc
                .sql("select user_id, generation from security.known_token_revocation where lapses_at > ?")
                .param(Timestamp.from(time))
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
