package com.smartfitness.auth.encryption;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stops the start where a key set is not the one that the database was written with: with a wrong one every sign-in
 * would fail, and an e-mail could be taken twice.
 */
final class KeySetMarks {

    private static final Column MARK = new Column("key_set_mark", "mark");
    private static final String KNOWN = "fleet";

    private final JdbcClient jdbc;

    KeySetMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void check(FieldCipher cipher) {
        String name = "encryption";
        cipher.decrypt(markOf(name, cipher.encrypt(KNOWN, MARK, name)), MARK, name);
    }

    void check(LookupHash hash) {
        byte[] expected = hash.of(KNOWN, MARK);
        if (!Arrays.equals(markOf("lookup", expected), expected)) {
            throw new IllegalStateException("auth.encryption.lookup-keyset is not the one that the database was"
                    + " written with: put the former key set back");
        }
    }

    /** The stored mark, which is this one where there was none. */
    private byte[] markOf(String keySet, byte[] ifNone) {
        jdbc.sql("insert into key_set_mark (key_set, mark) values (?, ?) on conflict do nothing")
                .params(keySet, ifNone)
                .update();
        Optional<byte[]> stored = jdbc.sql("select mark from key_set_mark where key_set = ?")
                .param(keySet)
                .query((row, number) -> row.getBytes(1))
                .optional();
        return stored.orElse(ifNone);
    }
}
