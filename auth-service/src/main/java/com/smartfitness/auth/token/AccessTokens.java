package com.smartfitness.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.smartfitness.auth.account.SignedIn;
import com.smartfitness.defaults.security.AccessTokenFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues access tokens, see {@link AccessTokenFormat}. */
@Component
class AccessTokens {

    private final SigningKeyRing keys;
    private final TokenProperties lives;
    private final Clock clock;

    AccessTokens(SigningKeyRing keys, TokenProperties lives, Clock clock) {
        this.keys = keys;
        this.lives = lives;
        this.clock = clock;
    }

    TokenView issue(SignedIn user, RefreshToken refreshToken) {
        Instant now = clock.instant();
        ECKey key = keys.current();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(AccessTokenFormat.ISSUER)
                .audience(AccessTokenFormat.AUDIENCE)
                .subject(user.userId().value())
                .claim(AccessTokenFormat.ROLE, user.role().name())
                .claim(AccessTokenFormat.GENERATION, user.generation())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lives.life())))
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Key %s does not sign".formatted(key.getKeyID()), e);
        }
        return new TokenView(
                token.serialize(),
                "Bearer",
                lives.life().toSeconds(),
                refreshToken.text(),
                lives.refreshLife().toSeconds());
    }
}
