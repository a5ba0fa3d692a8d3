package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.bytes;
import static com.smartfitness.replication.redis.RedisLink.text;

import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares rows in Redis with what is known of them. Keys are those of {@link RedisReplicaStore}. */
final class RedisInspection {

    private static final LuaScript STATES =
            LuaScript.reading(LuaScript.part("replica"), LuaScript.part("replica-states"));
    private static final LuaScript ADDED = RedisReplicaStore.script("replica-added");
    private static final LuaScript REMOVE = RedisReplicaStore.script("replica-remove");
    private static final byte[] LOOKED_AT_AT_ONCE = bytes(200);

    private final RedisLink link;

    RedisInspection(RedisLink link) {
        this.link = link;
    }

    List<KeptState> states(List<String> keys, @Nullable String after, @Nullable String last) {
        List<Object> found = link.run(
                STATES,
                withoutProgress(keys),
                List.of(bytes(after == null ? "-" : "(" + after), bytes(last == null ? "+" : "[" + last)));
        return found.stream().map(state -> state((List<?>) state)).toList();
    }

    /** In steps, so that Redis answers others in between. */
    List<String> removeAdded(List<String> keys) {
        List<String> added = new ArrayList<>();
        byte[] cursor = bytes("0");
        do {
            List<Object> reply =
                    link.run(ADDED, withoutProgress(keys).subList(0, 2), List.of(cursor, LOOKED_AT_AT_ONCE));
            cursor = (byte[]) reply.get(0);
            ((List<?>) reply.get(1)).forEach(id -> added.add(text(id)));
        } while (!text(cursor).equals("0"));
        return added;
    }

    void remove(List<String> keys, Map<String, Version> known) {
        List<byte[]> arguments = new ArrayList<>();
        known.forEach((id, version) -> {
            arguments.add(bytes(id));
            arguments.add(bytes(version.epoch()));
            arguments.add(bytes(version.counter()));
        });
        link.run(REMOVE, withoutProgress(keys), arguments);
    }

    private static List<String> withoutProgress(List<String> keys) {
        return keys.subList(1, keys.size());
    }

    private static KeptState state(List<?> state) {
        String hash = text(state.get(3));
        return new KeptState(
                text(state.get(0)),
                new Version((Long) state.get(1), (Long) state.get(2)),
                hash.isEmpty() ? 0 : Long.parseLong(hash),
                (Long) state.get(4) == 1);
    }
}
