package com.smartfitness.auth.encryption;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.smartfitness.auth.OnceAmongInstances;
import com.smartfitness.auth.Source;
import com.smartfitness.auth.audit.AuditAction;
import com.smartfitness.auth.audit.AuditLog;
import com.smartfitness.defaults.encryption.KeySetNotAFileException;
import com.smartfitness.defaults.encryption.KeySetSource;
import java.security.GeneralSecurityException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Begins a new key in the key set, and has all that is under former ones encrypted anew in the background. */
@Component
class KeySetRotation {

    private static final Logger log = LoggerFactory.getLogger(KeySetRotation.class);

    private final KeySetSource source;
    private final FieldCipher cipher;
    private final List<Reencryption> work;
    private final OnceAmongInstances once;
    private final AuditLog audit;

    KeySetRotation(
            EncryptionProperties properties,
            FieldCipher cipher,
            List<Reencryption> work,
            OnceAmongInstances once,
            AuditLog audit) {
        this.source = properties.fields();
        this.cipher = cipher;
        this.work = work;
        this.once = once;
        this.audit = audit;
    }

    /**
     * How far it is.
     *
     * @param keyId of the key that encrypts now
     * @param keys in the set, those among them that still decrypt
     * @param remaining rows under former keys
     */
    record Progress(String keyId, int keys, long remaining) {}

    /**
     * Begins a new key.
     *
     * @throws KeySetNotAFileException where the key set is not kept in a file of this service
     */
    Progress rotate(String operatorId, Source from) {
        once.run("key-set", () -> {
            KeysetHandle next = withNewKey(source.load(PredefinedAeadParameters.AES256_GCM));
            source.replace(next);
            cipher.use(next);
            audit.write(
                    AuditAction.DATA_KEY_ROTATED,
                    operatorId,
                    null,
                    from,
                    progress().keyId());
            return next;
        });
        Thread.ofVirtual().name("re-encryption").start(this::reencrypt);
        return progress();
    }

    Progress progress() {
        long remaining = work.stream().mapToLong(Reencryption::remaining).sum();
        return new Progress(
                Integer.toUnsignedString(cipher.keyId()), cipher.handle().size(), remaining);
    }

    /** Goes on with what an earlier run, or an instance that has stopped, has left. */
    @Scheduled(initialDelayString = "20s", fixedDelayString = "5m")
    void reencrypt() {
        for (Reencryption rows : work) {
            long remaining = rows.remaining();
            if (remaining > 0) {
                rows.run();
                log.info("Encrypted {} rows anew, {} remain", remaining, rows.remaining());
            }
        }
    }

    private static KeysetHandle withNewKey(KeysetHandle former) {
        try {
            return KeysetHandle.newBuilder(former)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key can be made on this machine", e);
        }
    }
}
