package com.smartfitness.monitoring.operations;

import com.smartfitness.monitoring.entry.EntryHours;
import com.smartfitness.monitoring.fleet.Fleet;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends followers the whole of what they see, part by part: at first, and whenever a part has changed. */
@Component
class LiveOverview {

    private static final Logger log = LoggerFactory.getLogger(LiveOverview.class);

    private final Followers followers;
    private final Map<String, Supplier<Object>> parts = new LinkedHashMap<>();
    private final Map<String, Object> told = new ConcurrentHashMap<>();

    LiveOverview(Followers followers, Fleet fleet, EquipmentStates equipment, EntryHours entries, Clock clock) {
        this.followers = followers;
        parts.put("fleet", fleet::services);
        parts.put("replication", fleet::replication);
        parts.put("equipment", () -> equipment.counts(null));
        parts.put("entries", () -> {
            Instant now = clock.instant();
            return entries.between(now, now, null);
        });
    }

    /** Tells one follower everything. */
    void tell(SseEmitter follower) {
        read((name, now) -> followers.tell(follower, name, now));
    }

    @Scheduled(fixedDelayString = "${monitoring.live.interval:5s}")
    void tellChanges() {
        if (followers.isEmpty()) {
            return;
        }
        read((name, now) -> {
            if (!now.equals(told.put(name, now))) {
                followers.tell(name, now);
            }
        });
    }

    /** Parts whose store is away are left out, until it is back. */
    private void read(BiConsumer<String, Object> reader) {
        parts.forEach((name, part) -> {
            try {
                reader.accept(name, part.get());
            } catch (DataAccessException | TransactionException away) {
                log.info("Followers hear nothing of {} at the moment: {}", name, away.toString());
            }
        });
    }
}
