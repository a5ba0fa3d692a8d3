package com.smartfitness.defaults.security;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.smartfitness.replication.ReplicaRows;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/** The replicated revocations of a process that keeps its replicas in a file. */
final class FileRevocations implements RevocationStore {

    private final ObjectProvider<ReplicaRows> replicas;

    FileRevocations(ObjectProvider<ReplicaRows> replicas) {
        this.replicas = replicas;
    }

    @Override
    public Map<String, Long> inForceAt(Instant time) {
        return replicas.getObject().rows(TokenRevocationReplica.TABLE, KnownTokenRevocation.class).stream()
                .filter(revocation -> revocation.lapsesAt().isAfter(time))
                .collect(toUnmodifiableMap(KnownTokenRevocation::userId, KnownTokenRevocation::generation));
    }
}
