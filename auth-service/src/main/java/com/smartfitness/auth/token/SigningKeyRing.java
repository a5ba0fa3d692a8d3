package com.smartfitness.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import com.smartfitness.auth.OnceAmongInstances;
import com.smartfitness.replication.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Has a key to sign with, always: the first start makes one, and so does a sign-in after the last one's time. */
@Component
class SigningKeyRing implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyRing.class);

    private final SigningKeyRepository keys;
    private final TokenProperties lives;
    private final EventPublisher events;
    private final OnceAmongInstances once;
    private final Clock clock;

    SigningKeyRing(
            SigningKeyRepository keys,
            TokenProperties lives,
            EventPublisher events,
            OnceAmongInstances once,
            Clock clock) {
        this.keys = keys;
        this.lives = lives;
        this.events = events;
        this.once = once;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        current();
    }

    /** The key to sign with now, both parts. */
    ECKey current() {
        return keys.signingAt(clock.instant())
                .orElseGet(() -> once.run(
                        "signing-key", () -> keys.signingAt(clock.instant()).orElseGet(this::make)));
    }

    private ECKey make() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SigningKey key = SigningKey.generate(now, lives);
        keys.add(key);
        events.publish(key.published());
        log.info("Made {}, which signs until {}", key, key.signsUntil());
        return key.pair();
    }
}
