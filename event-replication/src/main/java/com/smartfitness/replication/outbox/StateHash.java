package com.smartfitness.replication.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What two services compare instead of an aggregate's state: 64 bits of SHA-256, enough to notice accidents. Of many
 * aggregates the sum of their prints is compared, which does not depend on an order.
 */
public final class StateHash {

    private StateHash() {}

    /**
     * The hash of a state.
     *
     * @param type of the aggregate's last event
     * @param data the event's JSON, byte for byte as it was published
     */
    public static long of(String type, byte[] data) {
        MessageDigest digest = sha256();
        digest.update(type.getBytes(UTF_8));
        digest.update((byte) 0);
        return ByteBuffer.wrap(digest.digest(data)).getLong();
    }

    /** The print of one aggregate: its id, its version and the hash of its state. */
    public static long print(String id, long counter, long hash) {
        MessageDigest digest = sha256();
        digest.update(id.getBytes(UTF_8));
        digest.update(ByteBuffer.allocate(17)
                .put((byte) 0)
                .putLong(counter)
                .putLong(hash)
                .flip());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
