package com.smartfitness.mlops.training;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends a training's progress to whoever follows it, whichever instance trains. */
@Component
class LiveProgress {

    private static final Logger log = LoggerFactory.getLogger(LiveProgress.class);

    /** An access token lasts as long; a client that wants more asks again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration LOOK = Duration.ofMillis(500);

    private final TrainingRuns runs;

    LiveProgress(TrainingRuns runs) {
        this.runs = runs;
    }

    SseEmitter follow(TrainingRun run) {
        SseEmitter follower = new SseEmitter(LONGEST.toMillis());
        AtomicBoolean gone = new AtomicBoolean();
        follower.onCompletion(() -> gone.set(true));
        follower.onTimeout(follower::complete);
        follower.onError(_ -> gone.set(true));
        Thread.ofVirtual().name("progress of " + run.runId()).start(() -> tell(run, follower, gone));
        return follower;
    }

    private void tell(TrainingRun first, SseEmitter follower, AtomicBoolean gone) {
        try {
            TrainingRun told = first;
            follower.send(SseEmitter.event().name("progress").data(first));
            while (!told.status().isOver() && !gone.get()) {
                Thread.sleep(LOOK);
                TrainingRun now = runs.find(first.runId()).orElse(told);
                if (now.equals(told)) {
                    // Keeps proxies from closing the stream, and finds out who is gone.
                    follower.send(SseEmitter.event().comment(""));
                } else {
                    follower.send(SseEmitter.event().name("progress").data(now));
                }
                told = now;
            }
            follower.complete();
        } catch (IOException | IllegalStateException left) {
            log.debug("Nobody follows {} any more", first.runId());
        } catch (DataAccessException away) {
            follower.completeWithError(away);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
