package com.smartfitness.monitoring.operations;

import com.smartfitness.monitoring.fault.Fault;
import com.smartfitness.monitoring.fault.FaultHistory;
import com.smartfitness.monitoring.fault.web.FaultView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends faults to whoever follows, as they change. What has changed is asked of the store once a second, and only while
 * somebody follows: so every instance tells of all faults, whichever has noticed them.
 */
@Component
class LiveFaults {

    private static final Logger log = LoggerFactory.getLogger(LiveFaults.class);

    /** What was being committed when the store was asked last appears with a time before that. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final FaultHistory faults;
    private final Followers followers;
    private final Clock clock;
    private Set<Fault> told = Set.of();
    private Instant asked;

    LiveFaults(FaultHistory faults, Followers followers, Clock clock) {
        this.faults = faults;
        this.followers = followers;
        this.clock = clock;
        this.asked = clock.instant();
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
                followers.keepAlive();
            }
            news.forEach(fault -> followers.tell("fault", FaultView.of(fault)));
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
}
