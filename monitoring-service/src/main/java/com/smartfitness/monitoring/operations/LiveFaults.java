package com.smartfitness.monitoring.operations;

import com.smartfitness.monitoring.fault.Fault;
import com.smartfitness.monitoring.fault.FaultHistory;
import com.smartfitness.monitoring.fault.web.FaultView;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends faults to whoever follows, as they change. What has changed is asked of the store once a second, and only while
 * somebody follows: so every instance tells of all faults, whichever has noticed them.
 */
@Component
class LiveFaults {

    private static final Logger log = LoggerFactory.getLogger(LiveFaults.class);

    /** An access token lasts as long; a client that wants more signs in again. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** What was being committed when the store was asked last appears with a time before that. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final FaultHistory faults;
    private final Clock clock;
    private final List<SseEmitter> followers = new CopyOnWriteArrayList<>();
    private Set<Fault> told = Set.of();
    private Instant asked;

    LiveFaults(FaultHistory faults, Clock clock) {
        this.faults = faults;
        this.clock = clock;
        this.asked = clock.instant();
    }

    SseEmitter follow() {
        SseEmitter follower = new SseEmitter(LONGEST.toMillis());
        follower.onCompletion(() -> followers.remove(follower));
        follower.onTimeout(follower::complete);
        follower.onError(_ -> followers.remove(follower));
        followers.add(follower);
        // Sent at once, so that the client knows that it is heard.
        send(follower, SseEmitter.event().comment("following"));
        return follower;
    }

    @Scheduled(fixedDelayString = "1s")
    synchronized void tell() {
        if (followers.isEmpty()) {
            asked = clock.instant();
            return;
        }
        try {
            List<Fault> news = news();
            if (news.isEmpty()) {
                // Keeps proxies from closing the stream, and finds out who is gone.
                followers.forEach(follower -> send(follower, SseEmitter.event().comment("")));
            }
            for (Fault fault : news) {
                followers.forEach(follower ->
                        send(follower, SseEmitter.event().name("fault").data(FaultView.of(fault))));
            }
        } catch (DataAccessException away) {
            log.info("Followers hear of nothing at the moment: {}", away.toString());
        }
    }

    private List<Fault> news() {
        Instant now = clock.instant();
        List<Fault> changed = faults.changedSince(asked.minus(OVERLAP));
        List<Fault> news = new ArrayList<>(changed);
        news.removeAll(told);
        told = new HashSet<>(changed);
        asked = now;
        return news;
    }

    private void send(SseEmitter follower, SseEmitter.SseEventBuilder event) {
        try {
            follower.send(event);
        } catch (IOException | IllegalStateException gone) {
            followers.remove(follower);
        }
    }
}
