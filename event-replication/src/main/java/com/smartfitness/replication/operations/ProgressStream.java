package com.smartfitness.replication.operations;

import com.smartfitness.replication.StoreUnavailableException;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaWork;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells one follower of a snapshot how far it has come, from the store, so that it may run in another instance. */
final class ProgressStream {

    private static final Duration STEP = Duration.ofMillis(500);

    /** An access token lasts as long; a client that wants more signs in again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final ReplicaWork replica;
    private final SseEmitter follower = new SseEmitter(LONGEST.toMillis());
    private volatile boolean gone;

    private ProgressStream(ReplicaWork replica) {
        this.replica = replica;
    }

    static SseEmitter of(ReplicaWork replica) {
        ProgressStream stream = new ProgressStream(replica);
        SseEmitter follower = stream.follower;
        follower.onCompletion(() -> stream.gone = true);
        follower.onTimeout(follower::complete);
        follower.onError(_ -> stream.gone = true);
        Thread.ofVirtual().name(replica.queue() + " progress").start(stream::tell);
        return follower;
    }

    private void tell() {
        try {
            ReplicaProgress told = null;
            while (!gone) {
                ReplicaProgress now = progress();
                if (now != null && !now.running()) {
                    follower.send(SseEmitter.event().name("ended").data(now));
                    follower.complete();
                    return;
                }
                if (now == null || now.equals(told)) {
                    // Keeps proxies from closing the stream, and finds out who is gone.
                    follower.send(SseEmitter.event().comment(""));
                } else {
                    follower.send(SseEmitter.event().name("progress").data(now));
                    told = now;
                }
                Thread.sleep(STEP);
            }
        } catch (IOException | IllegalStateException _) {
            // Nobody listens any more.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Null while the store is away. */
    private @Nullable ReplicaProgress progress() {
        try {
            return replica.storedProgress();
        } catch (StoreUnavailableException e) {
            return null;
        }
    }
}
