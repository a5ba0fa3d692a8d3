package com.smartfitness.defaults.security;

import com.smartfitness.events.TokensRevokedEvent;
import com.smartfitness.replication.Replica;

/** What auth-service has taken back, kept here so that nobody goes on with the token of an account that is gone. */
@Replica(queue = "token-revocations", table = TokenRevocationReplica.TABLE)
public final class TokenRevocationReplica {

    /** In a schema of its own, beside the service's tables. */
    public static final String TABLE = "security.known_token_revocation";

    KnownTokenRevocation on(TokensRevokedEvent revoked) {
        return new KnownTokenRevocation(revoked.userId(), revoked.generation(), revoked.lapsesAt());
    }
}
