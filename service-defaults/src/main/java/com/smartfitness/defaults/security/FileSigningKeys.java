package com.smartfitness.defaults.security;

import com.nimbusds.jose.jwk.JWK;
import com.smartfitness.replication.ReplicaRows;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The replicated keys of a process that keeps its replicas in a file. */
final class FileSigningKeys implements SigningKeyStore {

    private final ObjectProvider<ReplicaRows> replicas;

    FileSigningKeys(ObjectProvider<ReplicaRows> replicas) {
        this.replicas = replicas;
    }

    @Override
    public List<JWK> usableAt(Instant time) {
        return replicas.getObject().rows(SigningKeyReplica.TABLE, KnownSigningKey.class).stream()
                .filter(key -> key.validTo().isAfter(time))
                .map(FileSigningKeys::parsed)
                .toList();
    }

    private static JWK parsed(KnownSigningKey key) {
        try {
            return JWK.parse(new HashMap<>(key.jwk()));
        } catch (ParseException e) {
            throw new IllegalStateException("A replicated signing key is no JSON Web Key", e);
        }
    }
}
