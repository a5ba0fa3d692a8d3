package com.smartfitness.testing.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Signs access tokens as auth-service does, with a key of its own. A service accepts them once it knows the key. */
public final class TestTokens {

    private final ECKey key;

    private TestTokens(ECKey key) {
        this.key = key;
    }

    /** A new key. */
    public static TestTokens create() {
        try {
            return new TestTokens(new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What verifies the tokens. */
    public ECKey publicKey() {
        return key.toPublicJWK();
    }

    /** Both parts, for whoever forges tokens that only look as if this key had signed them. */
    ECKey key() {
        return key;
    }

    /** A valid header {@code Authorization}. */
    public String bearer(String userId, String role) {
        return "Bearer " + token(userId, role, claims -> claims);
    }

    /** A signed token whose claims are valid before they are changed. */
    public String token(String userId, String role, UnaryOperator<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer("urn:fleet:auth")
                .audience("fleet")
                .subject(userId)
                .claim("role", role)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(15))));
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, change.apply(claims).build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
