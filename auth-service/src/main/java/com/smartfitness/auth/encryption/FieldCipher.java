package com.smartfitness.auth.encryption;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Encrypts texts for one place in the database (AES-256-GCM, a new nonce each time). */
public final class FieldCipher {

    private final Aead aead;

    FieldCipher(Aead aead) {
        this.aead = aead;
    }

    /** What to store in this column of the row with this id. */
    public byte[] encrypt(String text, Column column, String rowId) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), column.and(rowId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Encrypting %s failed".formatted(column), e);
        }
    }

    /**
     * The text that was stored in this column of the row with this id.
     *
     * @throws UnreadableFieldException where it was stored elsewhere, changed, or encrypted with another key
     */
    public String decrypt(byte[] stored, Column column, String rowId) {
        try {
            return new String(aead.decrypt(stored, column.and(rowId)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new UnreadableFieldException(column, e);
        }
    }
}
