package com.smartfitness.auth.encryption;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A key for each user, encrypted with the service's key set, in a schema of its own. Whoever destroys one makes
 * unreadable all that was encrypted for the user, in every copy of the other tables.
 */
@Component
public class DataKeys {

    private static final Column WRAPPED = new Column("data_key", "wrapped");

    private final JdbcClient jdbc;
    private final FieldCipher wrapping;

    DataKeys(JdbcClient jdbc, FieldCipher wrapping) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
    }

    /** Makes a key, in the place of the one that the user may have had; what that has encrypted is lost. */
    public FieldCipher create(String userId) {
        try {
            KeysetHandle key =
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
            String text = TinkJsonProtoKeysetFormat.serializeKeyset(
                    key, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            jdbc.sql("""
                            insert into keyring.data_key (user_id, wrapped) values (:user, :wrapped)
                            on conflict (user_id) do update set wrapped = excluded.wrapped""")
                    .param("user", userId)
                    .param("wrapped", wrapping.encrypt(text, WRAPPED, userId))
                    .update();
            return new FieldCipher(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key can be made on this machine", e);
        }
    }

    /** What encrypts for the user, whose key no other transaction can replace meanwhile. */
    public FieldCipher of(String userId) {
        Optional<byte[]> wrapped = jdbc.sql("select wrapped from keyring.data_key where user_id = ?")
                .param(userId)
                .query((row, number) -> row.getBytes(1))
                .optional();
        return of(userId, wrapped.orElse(null));
    }

    /**
     * What encrypts for the user.
     *
     * @param wrapped {@code keyring.data_key.wrapped}; null for accounts from before there were such keys, for which the
     *     service's key set itself was used
     */
    public FieldCipher of(String userId, byte @Nullable [] wrapped) {
        return wrapped == null ? wrapping : unwrapped(wrapped, userId);
    }

    /** Makes unreadable what was encrypted for the user. */
    public void destroy(String userId) {
        jdbc.sql("delete from keyring.data_key where user_id = ?").param(userId).update();
    }

    private FieldCipher unwrapped(byte[] wrapped, String userId) {
        try {
            return new FieldCipher(TinkJsonProtoKeysetFormat.parseKeyset(
                    wrapping.decrypt(wrapped, WRAPPED, userId),
                    RegistryConfiguration.get(),
                    InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new UnreadableFieldException(WRAPPED, e);
        }
    }
}
