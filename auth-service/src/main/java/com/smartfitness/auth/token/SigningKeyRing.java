package com.smartfitness.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import com.smartfitness.auth.OnceAmongInstances;
import com.smartfitness.auth.Source;
import com.smartfitness.auth.audit.AuditAction;
import com.smartfitness.auth.audit.AuditLog;
import com.smartfitness.replication.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has a key to sign with, always. The first start makes one. Its successor is made and published before its time is
 * over and signs somewhat later, so that every service knows a key before the first token bears it.
 */
@Component
class SigningKeyRing implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(SigningKeyRing.class);
    private static final String LOCK = "signing-key";

    private final SigningKeyRepository keys;
    private final TokenProperties lives;
    private final EventPublisher events;
    private final AuditLog audit;
    private final OnceAmongInstances once;
    private final Clock clock;

    SigningKeyRing(
            SigningKeyRepository keys,
            TokenProperties lives,
            EventPublisher events,
            AuditLog audit,
            OnceAmongInstances once,
            Clock clock) {
        this.keys = keys;
        this.lives = lives;
        this.events = events;
        this.audit = audit;
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
                        LOCK,
                        () -> keys.signingAt(clock.instant())
                                .orElseGet(() -> make(now()).pair())));
    }

    /** Makes the successor of a key whose time is nearly over. */
    @Scheduled(initialDelayString = "30s", fixedDelayString = "30s")
    void renew() {
        Instant soon = clock.instant().plus(lives.lead().multipliedBy(2));
        if (!keys.signsAfter(soon)) {
            once.run(
                    LOCK,
                    () -> keys.signsAfter(soon)
                            ? ""
                            : make(now().plus(lives.lead())).id());
        }
    }

    /** Makes a successor now, because an operator wants it. */
    SigningKey rotate(String operatorId, Source source) {
        return once.run(LOCK, () -> {
            SigningKey key = make(now().plus(lives.lead()));
            audit.write(AuditAction.SIGNING_KEY_ROTATED, operatorId, null, source, key.id());
            return key;
        });
    }

    private SigningKey make(Instant from) {
        SigningKey key = SigningKey.generate(from, lives);
        keys.add(key);
        events.publish(key.published());
        log.info("Made {}, which signs from {} until {}", key, key.validFrom(), key.signsUntil());
        return key;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
