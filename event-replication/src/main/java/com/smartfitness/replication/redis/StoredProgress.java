package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.bytes;
import static com.smartfitness.replication.redis.RedisLink.text;

import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaProgress.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The progress of a replica as Redis keeps it: a hash, without what does not apply. */
final class StoredProgress {

    private static final byte[][] FIELDS = Stream.of(
                    "epoch", "generation", "running", "complete", "cursor", "applied", "reason")
            .map(RedisLink::bytes)
            .toArray(byte[][]::new);

    private StoredProgress() {}

    static ReplicaProgress read(RedisLink link, String key) {
        return of(link.call(redis -> redis.hmget(bytes(key), FIELDS)).stream()
                .map(field -> field.getValueOrElse(null))
                .toList());
    }

    /** What a script has read, in the order of the fields. */
    static ReplicaProgress of(List<?> fields) {
        Object cursor = fields.get(4);
        return new ReplicaProgress(
                number(fields.get(0)),
                number(fields.get(1)),
                reason(fields.get(6)),
                number(fields.get(2)) == 1,
                number(fields.get(3)) == 1,
                cursor == null ? null : text(cursor),
                number(fields.get(5)));
    }

    private static Reason reason(@Nullable Object field) {
        return field == null ? Reason.NEEDED : Reason.valueOf(text(field));
    }

    private static long number(@Nullable Object field) {
        return field == null ? 0 : Long.parseLong(text(field));
    }
}
