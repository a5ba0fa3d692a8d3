package com.smartfitness.access.gate;

import com.smartfitness.access.entry.OpeningOutcomes;
import com.smartfitness.replication.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for open commands whose outcome nobody has reported; every instance does, and the store lets one of them say so. */
@Component
@EnableScheduling
class OverdueOpenings {

    private static final Logger log = LoggerFactory.getLogger(OverdueOpenings.class);

    private final OpeningOutcomes outcomes;

    OverdueOpenings(OpeningOutcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Scheduled(fixedDelayString = "${gate.sweep:1s}")
    void settle() {
        try {
            outcomes.settleOverdue();
        } catch (StoreUnavailableException later) {
            log.debug("Overdue openings wait for the store", later);
        }
    }
}
