package com.smartfitness.defaults.security;

import com.nimbusds.jose.jwk.JWK;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The replicated keys in the service's PostgreSQL database. */
final class PostgresSigningKeys implements SigningKeyStore {

    private final JdbcClient jdbc;

    PostgresSigningKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<JWK> usableAt(Instant time) {
        return jdbc.sql("select jwk::text from security.known_signing_key where valid_to > ?")
                .param(Timestamp.from(time))
                .query((row, number) -> parsed(row.getString(1)))
                .list();
    }

    private static JWK parsed(String jwk) {
        try {
            return JWK.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("A replicated signing key is no JSON Web Key", e);
        }
    }
}
