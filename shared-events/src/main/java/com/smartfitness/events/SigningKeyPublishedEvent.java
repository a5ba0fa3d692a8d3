package com.smartfitness.events;

import java.time.Instant;
import java.util.Map;

/**
 * auth-service signs access tokens with this key, from now on or soon. Keys overlap, so that one is known everywhere
 * before the first token bears it.
 *
 * @param keyId the key's {@code kid}
 * @param jwk the public key as a JSON Web Key (RFC 7517), its string members; never a private part
 * @param validFrom when the first token may bear it
 * @param validTo when the last token that bears it has expired
 */
@EventType(value = "auth.signing-key-published.v1", aggregate = "signing-key")
public record SigningKeyPublishedEvent(String keyId, Map<String, String> jwk, Instant validFrom, Instant validTo)
        implements DomainEvent {

    public SigningKeyPublishedEvent {
        Components.requireKey("keyId", keyId);
        jwk = Map.copyOf(jwk);
    }

    @Override
    public String aggregateId() {
        return keyId;
    }
}
