package com.smartfitness.defaults.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.smartfitness.defaults.encryption.Ecdsa;
import com.smartfitness.events.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Accepts ES256 tokens of auth-service for this fleet, in their time and not revoked; see {@link AccessTokenFormat}. */
final class AccessTokenDecoder implements JwtDecoder {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private static final OAuth2Error REVOKED = new OAuth2Error("invalid_token", "The token has been revoked", null);

    private final TokenTrust trust;
    private final NimbusJwtDecoder decoder;

    AccessTokenDecoder(TokenTrust trust, Clock clock) {
        this.trust = trust;
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, trust));
        processor.setJWSVerifierFactory(Ecdsa.verifiers());
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // done below
        decoder = new NimbusJwtDecoder(processor);
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setClock(clock);
        times.setAllowEmptyExpiryClaim(false);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(AccessTokenFormat.ISSUER),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.contains(AccessTokenFormat.AUDIENCE)),
                new JwtClaimValidator<String>("sub", subject -> subject != null && !subject.isBlank()),
                new JwtClaimValidator<Object>(AccessTokenFormat.ROLE, AccessTokenDecoder::isRole),
                this::notRevoked));
    }

    @Override
    public Jwt decode(String token) {
        if (!trust.hasKeys()) {
            throw new SigningKeysUnavailableException();
        }
        return decoder.decode(token);
    }

    private OAuth2TokenValidatorResult notRevoked(Jwt token) {
        Object generation = token.getClaims().getOrDefault(AccessTokenFormat.GENERATION, 0L);
        boolean valid = generation instanceof Number number && !trust.isRevoked(token.getSubject(), number.longValue());
        return valid ? OAuth2TokenValidatorResult.success() : OAuth2TokenValidatorResult.failure(REVOKED);
    }

    private static boolean isRole(Object claim) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(claim));
    }
}
