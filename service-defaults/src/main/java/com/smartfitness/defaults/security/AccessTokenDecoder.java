package com.smartfitness.defaults.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.smartfitness.events.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Accepts ES256 tokens of auth-service for this fleet, in their time; see {@link AccessTokenFormat}. */
final class AccessTokenDecoder implements JwtDecoder {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final SigningKeys keys;
    private final NimbusJwtDecoder decoder;

    AccessTokenDecoder(SigningKeys keys, Clock clock) {
        this.keys = keys;
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
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
                new JwtClaimValidator<Object>(AccessTokenFormat.ROLE, AccessTokenDecoder::isRole)));
    }

    @Override
    public Jwt decode(String token) {
        if (!keys.areKnown()) {
            throw new SigningKeysUnavailableException();
        }
        return decoder.decode(token);
    }

    private static boolean isRole(Object claim) {
        return Arrays.stream(Role.values()).anyMatch(role -> role.name().equals(claim));
    }
}
