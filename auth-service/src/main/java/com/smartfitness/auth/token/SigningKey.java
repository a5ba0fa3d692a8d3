package com.smartfitness.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.smartfitness.events.SigningKeyPublishedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A key with its time.
 *
 * @param pair both parts
 * @param signsUntil when the last token is signed with it
 * @param validTo when that token has expired
 */
record SigningKey(ECKey pair, Instant validFrom, Instant signsUntil, Instant validTo) {

    static SigningKey generate(Instant from, TokenProperties lives) {
        try {
            ECKey pair = new ECKeyGenerator(Curve.P_256)
                    .keyID("K-" + UUID.randomUUID())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            Instant signsUntil = from.plus(lives.keyLife());
            return new SigningKey(pair, from, signsUntil, signsUntil.plus(lives.life()));
        } catch (JOSEException e) {
            throw new IllegalStateException("No signing key can be made on this machine", e);
        }
    }

    String id() {
        return pair.getKeyID();
    }

    /** The public part, for whoever verifies tokens. */
    SigningKeyPublishedEvent published() {
        Map<String, String> jwk = pair.toPublicJWK().toJSONObject().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, member -> String.valueOf(member.getValue())));
        return new SigningKeyPublishedEvent(id(), jwk, validFrom, validTo);
    }

    @Override
    public String toString() {
        return "signing key " + id();
    }
}
