package com.smartfitness.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.smartfitness.auth.encryption.Column;
import com.smartfitness.auth.encryption.FieldCipher;
import com.smartfitness.auth.encryption.Reencryption;
import com.smartfitness.defaults.security.SigningKeyStore;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys in the database, their private parts encrypted. */
@Repository
class SigningKeyRepository implements SigningKeyStore, Reencryption {

    private static final Column PRIVATE = new Column("signing_key", "private_jwk");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    SigningKeyRepository(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** The key that signs at this time: of those whose time it is, the one that began last. */
    Optional<ECKey> signingAt(Instant time) {
        return jdbc.sql("""
                        select key_id, private_jwk from signing_key where valid_from <= :time and signs_until > :time
                        order by valid_from desc, key_id limit 1""")
                .param("time", Timestamp.from(time))
                .query((row, number) -> parsed(cipher.decrypt(row.getBytes(2), PRIVATE, row.getString(1))))
                .optional();
    }

    /** Whether there is a key that signs after this time. */
    boolean signsAfter(Instant time) {
        return jdbc.sql("select exists (select from signing_key where signs_until > ?)")
                .param(Timestamp.from(time))
                .query(Boolean.class)
                .single();
    }

    void add(SigningKey key) {
        jdbc.sql("""
                        insert into signing_key (key_id, public_jwk, private_jwk, valid_from, signs_until, valid_to)
                        values (:id, cast(:public as jsonb), :private, :from, :signsUntil, :to)""")
                .param("id", key.id())
                .param("public", key.pair().toPublicJWK().toJSONString())
                .param("private", cipher.encrypt(key.pair().toJSONString(), PRIVATE, key.id()))
                .param("from", Timestamp.from(key.validFrom()))
                .param("signsUntil", Timestamp.from(key.signsUntil()))
                .param("to", Timestamp.from(key.validTo()))
                .update();
    }

    @Override
    public List<JWK> usableAt(Instant time) {
        return jdbc.sql("select public_jwk::text from signing_key where valid_to > ? order by valid_from, key_id")
                .param(Timestamp.from(time))
                .query((row, number) -> (JWK) parsed(row.getString(1)))
                .list();
    }

    @Override
    public long remaining() {
        return outdated().size();
    }

    @Override
    public void run() {
        outdated()
                .forEach((id, stored) -> jdbc.sql(
                                "update signing_key set private_jwk = :new where key_id = :id and private_jwk = :stored")
                        .param("new", cipher.encrypt(cipher.decrypt(stored, PRIVATE, id), PRIVATE, id))
                        .param("id", id)
                        .param("stored", stored)
                        .update());
    }

    /** Private parts under a former key of the service, of keys that may still sign. */
    private Map<String, byte[]> outdated() {
        return jdbc
                .sql("""
                        select key_id, private_jwk from signing_key
                        where signs_until > now() and substring(private_jwk from 1 for 5) <> ?""")
                .param(cipher.prefix())
                .query((row, number) -> Map.entry(row.getString(1), row.getBytes(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ECKey parsed(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored signing key is no JSON Web Key", e);
        }
    }
}
