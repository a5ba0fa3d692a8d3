package com.smartfitness.access.gate;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What this service signs for one gate, once, and for a short time: JWTs (ES256) with the gate as audience. A terminal
 * acts on a {@link #COMMAND} only if it is the audience, in time, and has not seen the {@code jti} before.
 */
@Component
class SignedForGate {

    /** JWS header {@code typ} of what makes a gate open; {@code jti} is the id of the entry. */
    static final String COMMAND = "open-command+jwt";

    /** JWS header {@code typ} of what a gate shows as a QR code. */
    static final String CODE = "gate-code+jwt";

    private static final String ISSUER = "urn:fleet:access";

    private final CommandKey key;
    private final Clock clock;

    SignedForGate(CommandKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * What was signed.
     *
     * @param expiresAt in whole seconds, so that it is never later than promised
     */
    record Signed(String jwt, Instant expiresAt) {}

    /**
     * What a code says.
     *
     * @param id good once
     */
    record Code(String id, String gateId, Instant expiresAt) {}

    Signed sign(String type, String gateId, String id, Duration validity) {
        CommandKey.Keys signing = key.get();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(validity).truncatedTo(ChronoUnit.SECONDS);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(gateId)
                .jwtID(id)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(expiresAt))
                .build();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(signing.publicKey().getKeyID())
                        .type(new JOSEObjectType(type))
                        .build(),
                claims);
        try {
            jwt.sign(signing.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("Signing failed", e);
        }
        return new Signed(jwt.serialize(), expiresAt);
    }

    /** What a code says; empty where this service has not signed it or its time is up. */
    Optional<Code> readCode(String text) {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            if (!JWSAlgorithm.ES256.equals(jwt.getHeader().getAlgorithm())
                    || !new JOSEObjectType(CODE).equals(jwt.getHeader().getType())
                    || !jwt.verify(key.get().verifier())) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Instant expiresAt = claims.getExpirationTime().toInstant();
            List<String> audience = claims.getAudience();
            return clock.instant().isBefore(expiresAt)
                    ? Optional.of(new Code(claims.getJWTID(), audience.getFirst(), expiresAt))
                    : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }
}
