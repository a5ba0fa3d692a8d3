package com.smartfitness.defaults.security;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.List;

/** Where a service finds the public keys that access tokens are verified with. */
@FunctionalInterface
public interface SigningKeyStore {

    /** The keys with which a token may be signed that is still valid at this time. */
    List<JWK> usableAt(Instant time);
}
