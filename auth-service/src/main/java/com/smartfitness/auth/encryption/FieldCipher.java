package com.smartfitness.auth.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/** Encrypts texts for one place in the database (AES-256-GCM, a new nonce each time). */
public final class FieldCipher {

    /** Of every ciphertext that a key set with Tink's prefixes makes: a one, and the key's id. */
    private static final int PREFIX_BYTES = 5;

    private final Supplier<KeysetHandle> source;
    private volatile Keys keys;

    private record Keys(KeysetHandle handle, Aead aead) {}

    /** For keys that never change. */
    FieldCipher(KeysetHandle handle) {
        this(() -> handle);
    }

    /**
     * For keys that others may add to.
     *
     * @param source asked once more where something cannot be read: another instance may have begun a new key
     */
    FieldCipher(Supplier<KeysetHandle> source) {
        this.source = source;
        this.keys = keysOf(source.get());
    }

    /** What to store in this column of the row with this id. */
    public byte[] encrypt(String text, Column column, String rowId) {
        try {
            return keys.aead().encrypt(text.getBytes(StandardCharsets.UTF_8), column.and(rowId));
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
        Keys known = keys;
        try {
            return decrypted(known, stored, column, rowId);
        } catch (GeneralSecurityException e) {
            KeysetHandle newer = source.get();
            if (newer.equalsKeyset(known.handle())) {
                throw new UnreadableFieldException(column, e);
            }
            keys = keysOf(newer);
        }
        try {
            return decrypted(keys, stored, column, rowId);
        } catch (GeneralSecurityException e) {
            throw new UnreadableFieldException(column, e);
        }
    }

    /** The first five bytes of all that is encrypted from now on; what begins otherwise has a former key. */
    public byte[] prefix() {
        return ByteBuffer.allocate(PREFIX_BYTES).put((byte) 1).putInt(keyId()).array();
    }

    /** The id of the key that encrypts. */
    int keyId() {
        return keys.handle().getPrimary().getId();
    }

    KeysetHandle handle() {
        return keys.handle();
    }

    /** Goes on with other keys, the former ones among them. */
    void use(KeysetHandle newer) {
        keys = keysOf(newer);
    }

    private static String decrypted(Keys keys, byte[] stored, Column column, String rowId)
            throws GeneralSecurityException {
        return new String(keys.aead().decrypt(stored, column.and(rowId)), StandardCharsets.UTF_8);
    }

    private static Keys keysOf(KeysetHandle handle) {
        try {
            return new Keys(handle, handle.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key set does not encrypt", e);
        }
    }
}
