package com.smartfitness.replication.redis;

import static com.smartfitness.replication.redis.RedisLink.bytes;
import static com.smartfitness.replication.redis.RedisLink.text;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.smartfitness.replication.ReplicationProperties;
import com.smartfitness.replication.Version;
import com.smartfitness.replication.replica.KeptState;
import com.smartfitness.replication.replica.ReplicaChange;
import com.smartfitness.replication.replica.ReplicaDefinition;
import com.smartfitness.replication.replica.ReplicaProgress;
import com.smartfitness.replication.replica.ReplicaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replicas in the service's own Redis: a hash of rows by id, as JSON, under the key that {@code @Replica} names as
 * table, and beside it the versions. Every method is one script, apart from the end of a snapshot: what it has not
 * carried is removed in steps, so that Redis answers others in between, and only then is it complete.
 */
public final class RedisReplicaStore implements ReplicaStore {

    private static final LuaScript OPEN = script("replica-open");
    private static final LuaScript APPLY = script("replica-apply");
    private static final LuaScript BEGIN = script("replica-begin");
    private static final LuaScript REBUILD = script("replica-rebuild");
    private static final LuaScript CANCEL = script("replica-cancel");
    private static final LuaScript CHUNK = script("replica-chunk");
    private static final LuaScript SWEEP = script("replica-sweep");
    private static final LuaScript COMPLETE = script("replica-complete");
    private static final byte[] SWEPT_AT_ONCE = bytes(200);

    private final RedisLink link;
    private final RedisInspection inspection;
    private final RedisKeys keys;
    private final RedisTables tables;
    private final JsonMapper json;
    private final Map<String, RowFormat> opened = new ConcurrentHashMap<>();

    public RedisReplicaStore(RedisLink link, ReplicationProperties properties, RedisTables tables, JsonMapper json) {
        this.link = link;
        this.inspection = new RedisInspection(link);
        this.keys = new RedisKeys(properties.service());
        this.tables = tables;
        this.json = json;
    }

    static LuaScript script(String name) {
        return LuaScript.writing(LuaScript.part("replica"), LuaScript.part(name));
    }

    @Override
    public void open(ReplicaDefinition replica) {
        RowFormat format = RowFormat.of(replica, json);
        link.run(
                OPEN,
                List.of(keys.replica(replica.name())),
                List.of(bytes(replica.source()), bytes(replica.aggregate()), bytes(format.shape())));
        opened.put(replica.name(), format);
        tables.add(replica.table());
    }

    @Override
    public int apply(ReplicaDefinition replica, List<ReplicaChange> changes, Map<String, Version> seen) {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(bytes(seen.size()));
        seen.forEach((type, place) -> {
            arguments.add(bytes(type));
            arguments.add(bytes(place.toString()));
        });
        addAll(arguments, replica, changes);
        List<String> all = new ArrayList<>(rowKeys(replica));
        all.add(keys.replicaSeen(replica.name()));
        return ((Long) link.run(APPLY, all, arguments).getFirst()).intValue();
    }

    @Override
    public Map<String, Version> seen(ReplicaDefinition replica) {
        return link.call(redis -> redis.hgetall(bytes(keys.replicaSeen(replica.name())))).entrySet().stream()
                .collect(toMap(entry -> text(entry.getKey()), entry -> Version.parse(text(entry.getValue()))));
    }

    @Override
    public ReplicaProgress progress(ReplicaDefinition replica) {
        return StoredProgress.read(link, keys.replica(replica.name()));
    }

    @Override
    public ReplicaProgress begin(ReplicaDefinition replica, long epoch) {
        return StoredProgress.of(link.run(
                BEGIN, List.of(keys.replica(replica.name()), keys.replicaSeen(replica.name())), List.of(bytes(epoch))));
    }

    @Override
    public ReplicaProgress rebuild(ReplicaDefinition replica) {
        return StoredProgress.of(link.run(REBUILD, List.of(keys.replica(replica.name())), List.of()));
    }

    @Override
    public ReplicaProgress cancel(ReplicaDefinition replica) {
        return StoredProgress.of(link.run(CANCEL, List.of(keys.replica(replica.name())), List.of()));
    }

    @Override
    public ReplicaProgress advance(ReplicaDefinition replica, List<ReplicaChange> changes, ChunkPlace place) {
        List<byte[]> arguments = new ArrayList<>(List.of(
                bytes(place.generation()), bytes(place.epoch()), optional(place.after()), optional(place.next())));
        addAll(arguments, replica, changes);
        List<Object> reply = link.run(CHUNK, rowKeys(replica), arguments);
        if ((Long) reply.get(0) == 0) {
            return StoredProgress.of((List<?>) reply.get(1));
        }
        sweep(replica, place, "versions");
        sweep(replica, place, "rows");
        return StoredProgress.of(link.run(
                COMPLETE,
                List.of(keys.replica(replica.name())),
                List.of(
                        bytes(place.generation()),
                        bytes(place.epoch()),
                        optional(place.after()),
                        bytes(changes.size()))));
    }

    private void sweep(ReplicaDefinition replica, ChunkPlace place, String which) {
        byte[] cursor = bytes("0");
        do {
            cursor = (byte[]) link.run(
                            SWEEP,
                            rowKeys(replica),
                            List.of(
                                    bytes(place.generation()),
                                    bytes(place.epoch()),
                                    bytes(which),
                                    cursor,
                                    SWEPT_AT_ONCE))
                    .getFirst();
        } while (!text(cursor).equals("0"));
    }

    @Override
    public List<KeptState> states(ReplicaDefinition replica, @Nullable String after, @Nullable String last) {
        return inspection.states(rowKeys(replica), after, last);
    }

    @Override
    public List<String> removeAdded(ReplicaDefinition replica) {
        return inspection.removeAdded(rowKeys(replica));
    }

    @Override
    public void remove(ReplicaDefinition replica, Map<String, Version> known) {
        inspection.remove(rowKeys(replica), known);
    }

    private void addAll(List<byte[]> arguments, ReplicaDefinition replica, List<ReplicaChange> changes) {
        RowFormat format = requireNonNull(opened.get(replica.name()), () -> replica.name() + " has not been opened");
        for (ReplicaChange change : changes) {
            arguments.add(bytes(change.id()));
            arguments.add(bytes(change.version().epoch()));
            arguments.add(bytes(change.version().counter()));
            arguments.add(bytes(change.hash()));
            arguments.add(format.write(change));
        }
    }

    private List<String> rowKeys(ReplicaDefinition replica) {
        return List.of(
                keys.replica(replica.name()),
                keys.replicaVersions(replica.name()),
                tables.keyOf(replica.table()),
                keys.replicaIds(replica.name()));
    }

    private static byte[] optional(@Nullable String id) {
        return bytes(id == null ? "" : id);
    }
}
