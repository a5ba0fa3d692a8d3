package com.smartfitness.auth.encryption;

import java.nio.charset.StandardCharsets;

/** The place of an encrypted value. A ciphertext that was copied to another row or column cannot be read there. */
public record Column(String table, String name) {

    /** The place, followed by what tells one use of it from another: the row's id, or a text to look up. */
    byte[] and(String further) {
        return (table + '.' + name + '/' + further).getBytes(StandardCharsets.UTF_8);
    }
}
