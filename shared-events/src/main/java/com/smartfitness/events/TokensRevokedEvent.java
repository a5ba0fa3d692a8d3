package com.smartfitness.events;

import java.time.Instant;

/**
 * Access tokens that a user was given are valid no longer: the account was deactivated or erased, or its password was
 * changed. Nobody needs to remember this beyond the life of a token.
 *
 * @param generation of the newest token that is refused; later ones bear a higher number
 * @param lapsesAt when the last refused token has expired by itself
 */
@EventType(value = "auth.tokens-revoked.v1", aggregate = "token-revocation")
public record TokensRevokedEvent(String userId, long generation, Instant lapsesAt) implements DomainEvent {

    public TokensRevokedEvent {
        Components.requireKey("userId", userId);
    }

    @Override
    public String aggregateId() {
        return userId;
    }
}
