package com.smartfitness.models;

import com.smartfitness.onnx.UnusableModelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deployed model that could not be used last: tried again after a while, for as long as it is wanted, and told of
 * once. One thread writes, any may read.
 *
 * @param <M> what is deployed, with {@code equals}
 */
public final class Refusals<M> {

    private final Duration retry;
    private final Clock clock;
    private volatile @Nullable Refusal<M> last;

    /**
     * A deployed model that is not used.
     *
     * @param reason a sentence for operators
     * @param again when it is tried again
     */
    public record Refusal<M>(M model, String reason, Instant again) {}

    /** @param retry how long a model is left alone once it was refused */
    public Refusals(Duration retry, Clock clock) {
        this.retry = retry;
        this.clock = clock;
    }

    public Optional<Refusal<M>> last() {
        return Optional.ofNullable(last);
    }

    /** Whether the model was refused so recently that it is not tried again yet. */
    public boolean leaveAlone(M model) {
        Refusal<M> refusal = last;
        return refusal != null
                && refusal.model().equals(model)
                && clock.instant().isBefore(refusal.again());
    }

    /**
     * Notes that the model could not be used.
     *
     * @return the refusal; nothing where the one before was of the same model for the same reason
     */
    public Optional<Refusal<M>> add(M model, Throwable failure) {
        String reason = failure instanceof UnusableModelException unusable ? unusable.getMessage() : failure.toString();
        Refusal<M> before = last;
        Refusal<M> refusal = new Refusal<>(model, reason, clock.instant().plus(retry));
        last = refusal;
        boolean isKnown = before != null
                && before.model().equals(model)
                && before.reason().equals(reason);
        return isKnown ? Optional.empty() : Optional.of(refusal);
    }

    /** Whatever was refused is not wanted any more. */
    public void clear() {
        last = null;
    }
}
