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
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * What tokens are judged by, in memory: keys and revocations, looked up again every second in the background, so that
 * no request waits for the store. A store that is away does not change what is known: tokens stay valid and the caller
 * hears of the store, not of the token.
 */
final class TokenTrust implements JWKSource<SecurityContext>, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TokenTrust.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final SigningKeyStore keys;
    private final RevocationStore revocations;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Known known = new Known(new JWKSet(), Map.of());
    private volatile @Nullable ScheduledExecutorService refreshing;
    private volatile boolean failing;

    private record Known(JWKSet keys, Map<String, Long> revoked) {}

    TokenTrust(SigningKeyStore keys, RevocationStore revocations, Clock clock) {
        this.keys = keys;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** Whether there is any key to verify a token with. Until the first has come, who asks looks into the store. */
    boolean hasKeys() {
        if (known.keys().isEmpty() && !failing) {
            refresh();
        }
        return !known.keys().isEmpty();
    }

    /** Whether a token of the user, of this generation, is valid no longer. */
    boolean isRevoked(@Nullable String userId, long generation) {
        Long revoked = userId == null ? null : known.revoked().get(userId);
        return revoked != null && generation <= revoked;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        return selector.select(known.keys());
    }

    @Override
    public void start() {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("token-trust").factory());
        var _ = timer.scheduleWithFixedDelay(this::refresh, 0, FRESH.toMillis(), TimeUnit.MILLISECONDS);
        refreshing = timer;
    }

    @Override
    public void stop() {
        ScheduledExecutorService timer = refreshing;
        if (timer != null) {
            timer.shutdownNow();
            refreshing = null;
        }
    }

    @Override
    public boolean isRunning() {
        return refreshing != null;
    }

    private void refresh() {
        reading.lock();
        try {
            Instant now = clock.instant();
            known = new Known(new JWKSet(keys.usableAt(now)), revocations.inForceAt(now));
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("Keys and revocations cannot be read; what is known stays in use: {}", e.toString());
            }
            failing = true;
        } finally {
            reading.unlock();
        }
    }
}
