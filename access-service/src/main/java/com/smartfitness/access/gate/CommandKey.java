package com.smartfitness.access.gate;

import com.google.crypto.tink.Aead;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.smartfitness.access.store.Store;
import com.smartfitness.defaults.encryption.Ecdsa;
import com.smartfitness.replication.redis.ChangeScript;
import com.smartfitness.replication.redis.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key that this service signs with, the same for all its instances: made by the first that needs one, and kept in the
 * store, encrypted with the service's key set.
 */
@Component
class CommandKey {

    private static final ChangeScript KEEP_FIRST = ChangeScript.of("""
            redis.call('setnx', KEYS[1], ARGV[1])
            return redis.call('get', KEYS[1])
            """);

    private final Store store;
    private final Aead serviceKeys;
    private final String place;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable Keys keys;

    CommandKey(Store store, Aead serviceKeys) {
        this.store = store;
        this.serviceKeys = serviceKeys;
        this.place = store.key("command-key");
    }

    /** What signs, what verifies, and what others may know of it. */
    record Keys(JWSSigner signer, JWSVerifier verifier, ECKey publicKey) {}

    Keys get() {
        Keys known = keys;
        if (known != null) {
            return known;
        }
        making.lock();
        try {
            Keys kept = keys == null ? keys(kept()) : keys;
            keys = kept;
            return kept;
        } finally {
            making.unlock();
        }
    }

    /** Once for a key and not with every command, since the key is decoded for it. */
    private static Keys keys(ECKey key) {
        try {
            return new Keys(Ecdsa.signer(key), Ecdsa.verifier(key), key.toPublicJWK());
        } catch (JOSEException e) {
            throw new IllegalStateException("The key for commands does not sign", e);
        }
    }

    private ECKey kept() {
        byte[] bound = place.getBytes(StandardCharsets.UTF_8);
        try {
            String fresh = new ECKeyGenerator(Curve.P_256)
                    .keyIDFromThumbprint(true)
                    .generate()
                    .toJSONString();
            String sealed = Base64.getEncoder()
                    .encodeToString(serviceKeys.encrypt(fresh.getBytes(StandardCharsets.UTF_8), bound));
            if (store.make(KEEP_FIRST.on(place).with(sealed)) instanceof Outcome.Made made && made.answer() != null) {
                byte[] plain = serviceKeys.decrypt(Base64.getDecoder().decode(made.answer()), bound);
                return ECKey.parse(new String(plain, StandardCharsets.UTF_8));
            }
            throw new IllegalStateException("The store has not kept the key for commands");
        } catch (GeneralSecurityException | JOSEException | ParseException e) {
            throw new IllegalStateException("The key for commands cannot be read with this service's key set", e);
        }
    }
}
