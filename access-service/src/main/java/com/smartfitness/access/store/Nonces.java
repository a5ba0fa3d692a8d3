package com.smartfitness.access.store;

import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.defaults.device.InvalidDeviceProofException;
import com.smartfitness.replication.redis.ChangeScript;
import com.smartfitness.replication.redis.Outcome;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Used nonces of devices, in the store like everything else, so that a repetition is known wherever and whenever it comes. */
@Component
public class Nonces {

    /** What a script refuses with that finds the nonce used. */
    public static final String USED = "NONCE_USED";

    private static final ChangeScript USE = ChangeScript.of("""
            if not redis.call('set', KEYS[1], '', 'px', ARGV[1], 'nx') then
              return refuse('NONCE_USED')
            end
            """);

    private final Store store;
    private final Clock clock;

    Nonces(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Where a script finds whether the nonce has been used. */
    public String key(DeviceProof proof) {
        return store.key("nonce", proof.deviceId(), proof.nonce());
    }

    /** How long a used nonce must be remembered, in milliseconds. */
    public long remembered(DeviceProof proof) {
        return Math.max(1, Duration.between(clock.instant(), proof.expiresAt()).toMillis());
    }

    /**
     * Uses up the nonce of a request that changes nothing.
     *
     * @throws InvalidDeviceProofException where it has been used before
     */
    public void use(DeviceProof proof) {
        requireFirstUse(store.make(USE.on(key(proof)).with(remembered(proof))));
    }

    /** Throws where the script has refused because of the nonce. */
    public static void requireFirstUse(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused && refused.reason().equals(USED)) {
            throw InvalidDeviceProofException.used();
        }
    }
}
