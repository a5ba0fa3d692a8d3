package com.smartfitness.access.entry;

import com.smartfitness.access.store.Nonces;
import com.smartfitness.access.store.Store;
import com.smartfitness.access.store.TimeOrderedId;
import com.smartfitness.replication.redis.ChangeScript;
import com.smartfitness.replication.redis.Outcome;
import com.smartfitness.replication.redis.RedisChange;
import java.time.Clock;
import org.springframework.stereotype.Repository;

/** Records attempts: the entry, its event, the proof that is used up and the command to the gate, in one round trip. */
@Repository
public class Entries {

    // KEYS: proof, entry, rate, openings, passback, commands, then the lists. ARGV: see record()
    private static final ChangeScript RECORD = ChangeScript.of("""
            if redis.call('exists', KEYS[1]) == 1 then
              return refuse('NONCE_USED')
            end
            if tonumber(redis.call('get', KEYS[3]) or 0) >= tonumber(ARGV[2]) then
              return refuse('TOO_MANY')
            end
            local id, retention, oldest, gate, report, command = ARGV[4], ARGV[5], ARGV[6], ARGV[7], ARGV[8], ARGV[10]
            redis.call('set', KEYS[1], '', 'px', ARGV[1])
            if redis.call('incr', KEYS[3]) == 1 then
              redis.call('pexpire', KEYS[3], ARGV[3])
            end
            redis.call('hset', KEYS[2], unpack(ARGV, 11))
            if report ~= '' then
              redis.call('zadd', KEYS[4], report, id)
              local last = redis.call('get', KEYS[5])
              if last and last ~= gate then
                redis.call('hset', KEYS[2], 'passback', 'true')
              end
              redis.call('set', KEYS[5], gate, 'px', ARGV[9])
            end
            redis.call('pexpire', KEYS[2], retention)
            if command ~= '' then
              redis.call('xadd', KEYS[6], 'maxlen', '~', 1000, '*', 'gate', gate, 'command', command)
            end
            for i = 7, #KEYS do
              redis.call('zadd', KEYS[i], 0, id)
              redis.call('zremrangebylex', KEYS[i], '-', '(' .. oldest)
              redis.call('pexpire', KEYS[i], retention)
            end
            """);

    private final Store store;
    private final EntryProperties properties;
    private final EntryKeys keys;
    private final Clock clock;

    Entries(Store store, EntryProperties properties, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.keys = new EntryKeys(store);
        this.clock = clock;
    }

    /**
     * Records an attempt, once for each proof.
     *
     * @param proof key of what is used up: a nonce or a code
     * @param remembered how long it must be known as used, in milliseconds
     * @param pushed the command to hand to the gate's stream; empty where the answer carries it
     * @return whether it was the proof's first use
     * @throws TooManyAttemptsException where the gate makes more than it may
     */
    public boolean record(Entry entry, String proof, long remembered, String pushed) {
        String user = entry.userId() == null ? "" : entry.userId();
        RedisChange change = RECORD.on(keys.ofRecord(entry, proof))
                .with(
                        remembered,
                        properties.largestRate(),
                        properties.rateWindow().toMillis(),
                        entry.id(),
                        properties.retention().toMillis(),
                        TimeOrderedId.before(clock.instant().minus(properties.retention())),
                        entry.gateId(),
                        entry.isGranted()
                                ? String.valueOf(
                                        entry.at().plus(properties.report()).toEpochMilli())
                                : "",
                        properties.passback().toMillis(),
                        pushed)
                .with((Object[]) EntryFields.of(entry, user))
                .publishing(entry.event())
                .keptFor(properties.retention());
        Outcome outcome = store.make(change);
        if (outcome instanceof Outcome.Refused refused) {
            if (refused.reason().equals(Nonces.USED)) {
                return false;
            }
            throw new TooManyAttemptsException(properties.rateWindow());
        }
        return true;
    }
}
