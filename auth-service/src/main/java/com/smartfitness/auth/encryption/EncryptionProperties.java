package com.smartfitness.auth.encryption;

import com.smartfitness.defaults.encryption.KeySetSource;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The two key sets, in Tink's JSON form. Each is given either as text or as a file; a file that does not exist is made
 * with a new key, readable by its owner alone. Losing a key set loses what is encrypted with it.
 *
 * @param keyset AES-256-GCM, for e-mail, name, phone and private signing keys
 * @param keysetFile file with the same
 * @param lookupKeyset HMAC-SHA-256, for finding accounts by e-mail
 * @param lookupKeysetFile file with the same
 */
@ConfigurationProperties("auth.encryption")
record EncryptionProperties(
        @Nullable String keyset,
        @Nullable Path keysetFile,
        @Nullable String lookupKeyset,
        @Nullable Path lookupKeysetFile) {

    KeySetSource fields() {
        return new KeySetSource("auth.encryption.keyset", keyset, keysetFile);
    }

    @Override
    public String toString() {
        return "key sets"; // never their content
    }
}
