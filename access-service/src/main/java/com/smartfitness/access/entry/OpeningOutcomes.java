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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.stereotype.Repository;

/** What has become of granted entries: reported by the gate, or found missing, by whichever instance looks first. */
@Repository
public class OpeningOutcomes {

    private static final String OPENED = "OPENED";
    private static final String NOT_REPORTED = "NOT_REPORTED";

    /** So few that nobody waits for the store meanwhile. */
    private static final int BATCH = 50;

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

    // KEYS: openings, entries. ARGV: outcome, ids of the entries
    private static final ChangeScript SETTLE_OVERDUE = ChangeScript.of("""
            for i = 2, #ARGV do
              if not redis.call('zscore', KEYS[1], ARGV[i]) then
                return refuse('SETTLED')
              end
            end
            for i = 2, #ARGV do
              redis.call('zrem', KEYS[1], ARGV[i])
              if redis.call('exists', KEYS[i]) == 1 then
                redis.call('hset', KEYS[i], 'outcome', ARGV[1])
              end
            end
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

    /** Publishes the failure of every gate whose report is overdue; many together cost the store one write to disk. */
    public void settleOverdue() {
        for (int looked = BATCH; looked == BATCH; ) {
            List<String> ids = overdue();
            looked = ids.size();
            if (looked > 0 && store.make(settling(ids)) instanceof Outcome.Refused) {
                // Somebody has just reported one of them: what is left is found next time.
                return;
            }
        }
    }

    private List<String> overdue() {
        Range<Double> overdue = Range.leftUnbounded(Range.Bound.inclusive((double) clock.millis()));
        Set<byte[]> ids = store.read(redis -> redis.zSetCommands()
                .zRangeByScore(
                        Store.bytes(keys.openings()), overdue, Limit.limit().count(BATCH)));
        return ids == null ? List.of() : ids.stream().map(Store::text).toList();
    }

    private RedisChange settling(List<String> ids) {
        RedisChange change = SETTLE_OVERDUE
                .on(Stream.concat(Stream.of(keys.openings()), ids.stream().map(keys::entry))
                        .toArray(String[]::new))
                .with(NOT_REPORTED)
                .with(ids.toArray())
                .keptFor(retention);
        List<@Nullable Object> entries = gatesAndBranches(ids);
        for (int i = 0; i < ids.size(); i++) {
            if (entries.get(i) instanceof List<?> fields && fields.getFirst() instanceof byte[] gate) {
                String branchId = Store.text((byte[]) fields.getLast());
                change = change.publishing(failure(Store.text(gate), branchId, ids.get(i), NOT_REPORTED));
            }
        }
        return change;
    }

    private List<@Nullable Object> gatesAndBranches(List<String> ids) {
        return store.read(redis -> {
            redis.openPipeline();
            for (String id : ids) {
                redis.hashCommands().hMGet(Store.bytes(keys.entry(id)), Store.bytes("gate"), Store.bytes("branch"));
            }
            return redis.closePipeline();
        });
    }

    private RedisChange failing(RedisChange change, String gateId, String branchId, String accessId, String reason) {
        return change.publishing(failure(gateId, branchId, accessId, reason)).keptFor(retention);
    }

    private GateOpenFailedEvent failure(String gateId, String branchId, String accessId, String reason) {
        return new GateOpenFailedEvent(gateId, branchId, accessId, reason, clock.instant());
    }
}
