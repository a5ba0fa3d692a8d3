package com.smartfitness.defaults.security;

import com.smartfitness.events.SigningKeyPublishedEvent;
import com.smartfitness.replication.Replica;

/** The keys of auth-service, kept here so that tokens can be verified without it. */
@Replica(queue = "signing-keys", table = SigningKeyReplica.TABLE)
public final class SigningKeyReplica {

    /** In a schema of its own, beside the service's tables. */
    public static final String TABLE = "security.known_signing_key";

    KnownSigningKey on(SigningKeyPublishedEvent published) {
        return new KnownSigningKey(published.keyId(), published.jwk(), published.validFrom(), published.validTo());
    }
}
