package com.smartfitness.auth.encryption;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import com.smartfitness.defaults.encryption.KeySetSource;
import java.security.GeneralSecurityException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class EncryptionConfiguration {

    private static final int LOOKUP_KEY_BYTES = 32;

    @Bean
    FieldCipher fieldCipher(EncryptionProperties properties, JdbcClient jdbc) throws GeneralSecurityException {
        AeadConfig.register();
        KeySetSource source = properties.fields();
        FieldCipher cipher = new FieldCipher(() -> source.load(PredefinedAeadParameters.AES256_GCM));
        new KeySetMarks(jdbc).check(cipher);
        return cipher;
    }

    @Bean
    LookupHash lookupHash(EncryptionProperties properties, JdbcClient jdbc) throws GeneralSecurityException {
        PrfConfig.register();
        KeysetHandle keys = new KeySetSource(
                        "auth.encryption.lookup-keyset", properties.lookupKeyset(), properties.lookupKeysetFile())
                .load(HmacPrfParameters.builder()
                        .setKeySizeBytes(LOOKUP_KEY_BYTES)
                        .setHashType(HmacPrfParameters.HashType.SHA256)
                        .build());
        LookupHash hash = new LookupHash(keys.getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        new KeySetMarks(jdbc).check(hash);
        return hash;
    }
}
