package com.smartfitness.access.entry;

import com.smartfitness.access.store.Nonces;
import com.smartfitness.access.store.Store;
import com.smartfitness.events.GateOpenFailedEvent;
import com.smartfitness.replication.redis.ChangeScript;
import com.smartfitness.replication.redis.Outcome;
import com.smartfitness.replication.redis.RedisChange;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.stereotype.Repository;

/** What has become of granted entries: reported by the gate, or found missing, by whichever instance looks first. */
@Repository
public class OpeningOutcomes {

    private static final String OPENED = "OPENED";
    private static final String NOT_REPORTED = "NOT_REPORTED";
    private static final int BATCH = 100;

    // KEYS: openings, entry, nonce of the report if it is one. ARGV: entry, gate, outcome, nonce's time
    private static final ChangeScript SETTLE = ChangeScript.of("""
            if KEYS[3] and redis.call('exists', KEYS[3]) == 1 then
              return refuse('NONCE_USED')
            end
            if redis.call('hget', KEYS[2], 'gate') ~= ARGV[2] then
              return refuse('NOT_FOUND')
            end
            if redis.call('zrem', KEYS[1], ARGV[1]) == 0 then
              return refuse('SETTLED')
            end
            if KEYS[3] then
              redis.call('set', KEYS[3], '', 'px', ARGV[4])
            end
            redis.call('hset', KEYS[2], 'outcome', ARGV[3])
            """);

    private final Store store;
    private final EntryKeys keys;
    private final Duration retention;
    private final Clock clock;

    OpeningOutcomes(Store store, EntryProperties properties, Clock clock) {
        this.store = store;
        this.keys = new EntryKeys(store);
        this.retention = properties.retention();
        this.clock = clock;
    }

    /**
     * Takes a gate's report.
     *
     * @param failure why it did not open; null where it did
     * @throws EntryNotFoundException where this gate has no such entry
     * @throws OutcomeKnownException where the outcome has been reported, or was missed
     */
    public void report(
            String accessId, String gateId, String branchId, @Nullable String failure, String nonce, long remembered) {
        RedisChange change = SETTLE.on(keys.openings(), keys.entry(accessId), nonce)
                .with(accessId, gateId, failure == null ? OPENED : failure, remembered);
        Outcome outcome = store.make(failure == null ? change : failing(change, gateId, branchId, accessId, failure));
        Nonces.requireFirstUse(outcome);
        if (outcome instanceof Outcome.Refused refused) {
            if (refused.reason().equals("NOT_FOUND")) {
                throw EntryNotFoundException.forId(accessId);
            }
            throw new OutcomeKnownException();
        }
    }

    /** Publishes the failure of every gate whose report is overdue. */
    public void settleOverdue() {
        Range<Double> overdue = Range.leftUnbounded(Range.Bound.inclusive((double) clock.millis()));
        Set<byte[]> ids = store.read(redis -> redis.zSetCommands()
                .zRangeByScore(
                        Store.bytes(keys.openings()), overdue, Limit.limit().count(BATCH)));
        for (byte[] id : ids == null ? Set.<byte[]>of() : ids) {
            settle(Store.text(id));
        }
    }

    private void settle(String accessId) {
        List<byte[]> fields = store.read(redis -> redis.hashCommands()
                .hMGet(Store.bytes(keys.entry(accessId)), Store.bytes("gate"), Store.bytes("branch")));
        if (fields == null || fields.getFirst() == null) {
            return;
        }
        String gateId = Store.text(fields.getFirst());
        String branchId = Store.text(fields.getLast());
        RedisChange change = SETTLE.on(keys.openings(), keys.entry(accessId)).with(accessId, gateId, NOT_REPORTED);
        store.make(failing(change, gateId, branchId, accessId, NOT_REPORTED));
    }

    private RedisChange failing(RedisChange change, String gateId, String branchId, String accessId, String reason) {
        return change.publishing(new GateOpenFailedEvent(gateId, branchId, accessId, reason, clock.instant()))
                .keptFor(retention);
    }
}
