package com.smartfitness.auth.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class FieldCipherTest {

    private static final Column NAME = new Column("account", "name");
    private static final Column EMAIL = new Column("account", "email");

    private final FieldCipher cipher = newCipher();

    @Test
    void readsWhatItWrote() {
        byte[] stored = cipher.encrypt("김민지", NAME, "U-1");

        assertThat(cipher.decrypt(stored, NAME, "U-1")).isEqualTo("김민지");
        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("김민지");
        assertThat(cipher.encrypt("김민지", NAME, "U-1")).isNotEqualTo(stored);
    }

    @Test
    void refusesWhatWasCopiedFromAnotherRowOrColumn() {
        byte[] stored = cipher.encrypt("김민지", NAME, "U-1");

        assertThatThrownBy(() -> cipher.decrypt(stored, NAME, "U-2")).isInstanceOf(UnreadableFieldException.class);
        assertThatThrownBy(() -> cipher.decrypt(stored, EMAIL, "U-1")).isInstanceOf(UnreadableFieldException.class);
    }

    @Test
    void refusesWhatWasChangedOrWrittenWithAnotherKey() {
        byte[] stored = cipher.encrypt("김민지", NAME, "U-1");
        byte[] foreign = newCipher().encrypt("김민지", NAME, "U-1");
        stored[stored.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt(stored, NAME, "U-1")).isInstanceOf(UnreadableFieldException.class);
        assertThatThrownBy(() -> cipher.decrypt(foreign, NAME, "U-1"))
                .isInstanceOf(UnreadableFieldException.class)
                .hasMessageContaining("account.name");
    }

    private static FieldCipher newCipher() {
        try {
            AeadConfig.register();
            return new FieldCipher(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
