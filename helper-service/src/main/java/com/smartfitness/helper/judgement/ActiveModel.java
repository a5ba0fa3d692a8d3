package com.smartfitness.helper.judgement;

import com.smartfitness.events.Judgement;
import com.smartfitness.helper.replica.KnownModel;
import com.smartfitness.helper.task.Opinion;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The model in use. Every photo is judged by one model from beginning to end, whatever takes its place meanwhile. */
@Component
class ActiveModel {

    private static final Logger log = LoggerFactory.getLogger(ActiveModel.class);

    private record InUse(KnownModel deployment, LaundryModel model) {}

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Clock clock;
    private volatile @Nullable InUse current;

    ActiveModel(Clock clock) {
        this.clock = clock;
    }

    Optional<KnownModel> deployment() {
        return Optional.ofNullable(current).map(InUse::deployment);
    }

    /** Puts the model in the place of the one before, and closes that once nobody is asking it. */
    void replace(KnownModel deployment, LaundryModel model) {
        InUse before;
        lock.writeLock().lock();
        try {
            before = current;
            current = new InUse(deployment, model);
        } finally {
            lock.writeLock().unlock();
        }
        // Whoever asks holds the lock meanwhile, so nobody can be asking the one before any more.
        if (before != null) {
            before.model().close();
        }
    }

    /** The model's opinion; none before there is a model. */
    Optional<Opinion> judge(byte[] photo) {
        lock.readLock().lock();
        try {
            InUse used = current;
            return used == null ? Optional.empty() : Optional.of(opinion(used, photo));
        } finally {
            lock.readLock().unlock();
        }
    }

    private Opinion opinion(InUse used, byte[] photo) {
        KnownModel deployment = used.deployment();
        Judgement result = Judgement.UNCLEAR;
        double confidence = 0;
        try {
            LaundryModel.Answer answer = used.model().judge(photo);
            confidence = answer.probability();
            result = confidence < deployment.threshold() ? Judgement.UNCLEAR : answer.label();
        } catch (IOException damaged) {
            // Trying again would not help, and the owner may still see what it shows.
            log.warn("A photo cannot be decoded and counts as unclear: {}", damaged.toString());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Opinion(result, confidence, deployment.version(), now);
    }
}
