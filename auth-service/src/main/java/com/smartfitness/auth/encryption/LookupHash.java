package com.smartfitness.auth.encryption;

import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;

/**
 * Finds rows by a value that is stored encrypted: equal texts have equal hashes, and without the key nobody can try
 * out texts (HMAC-SHA-256).
 */
public final class LookupHash {

    private static final int BYTES = 32;

    private final PrfSet hashes;

    LookupHash(PrfSet hashes) {
        this.hashes = hashes;
    }

    /** The hash of a text in this column, 32 bytes. */
    public byte[] of(String text, Column column) {
        try {
            return hashes.computePrimary(column.and(text), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Hashing a value to look it up failed", e);
        }
    }
}
