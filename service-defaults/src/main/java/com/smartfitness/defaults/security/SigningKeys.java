package com.smartfitness.defaults.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys in memory, looked up again every second while requests come. A store that is away does not change what is
 * known, so tokens stay valid and the caller hears of the store, not of the token.
 */
final class SigningKeys implements JWKSource<SecurityContext> {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final SigningKeyStore store;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(List.of(), Instant.MIN);

    private record Known(List<JWK> keys, Instant staleAt) {}

    SigningKeys(SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether there is any key to verify a token with. */
    boolean areKnown() {
        return !current().isEmpty();
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(new JWKSet(current()));
    }

    private List<JWK> current() {
        Instant now = clock.instant();
        Known found = known;
        if (now.isBefore(found.staleAt())) {
            return found.keys();
        }
        // One request reads; the others go on with what is known, if anything is.
        boolean mine = found.keys().isEmpty() ? acquire() : reading.tryLock();
        if (!mine) {
            return found.keys();
        }
        try {
            if (!clock.instant().isBefore(known.staleAt())) {
                known = new Known(store.usableAt(now), now.plus(FRESH));
            }
        } catch (RuntimeException e) {
            log.warn(
                    "Signing keys cannot be read; {} known ones stay in use: {}",
                    found.keys().size(),
                    e.toString());
            known = new Known(found.keys(), clock.instant().plus(AFTER_FAILURE));
        } finally {
            reading.unlock();
        }
        return known.keys();
    }

    private boolean acquire() {
        reading.lock();
        return true;
    }
}
