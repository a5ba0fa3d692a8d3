package com.smartfitness.access.face;

import com.smartfitness.access.store.Nonces;
import com.smartfitness.access.store.Store;
import com.smartfitness.defaults.device.DeviceProof;
import com.smartfitness.events.DomainEvent;
import com.smartfitness.events.FaceEnrolledEvent;
import com.smartfitness.events.FaceErasedEvent;
import com.smartfitness.replication.redis.ChangeScript;
import com.smartfitness.replication.redis.Outcome;
import com.smartfitness.replication.redis.RedisChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.stereotype.Repository;

/** The enrolled faces in Redis, one a user: templates, their keys, an index of both, and a stream that tells of changes. */
@Repository
class FaceStore {

    private static final int SCANNED = 1_000;
    private static final String CHANGED = "CHANGED";

    // KEYS: templates, keys, index, changes, nonce. ARGV: user, face known so far, template, key, face, nonce's time or
    // nothing where no device has signed
    private static final ChangeScript ENROL = ChangeScript.of("""
            if ARGV[6] ~= '' and redis.call('exists', KEYS[5]) == 1 then
              return refuse('NONCE_USED')
            end
            if (redis.call('hget', KEYS[3], ARGV[1]) or '') ~= ARGV[2] then
              return refuse('CHANGED')
            end
            if ARGV[6] ~= '' then
              redis.call('set', KEYS[5], '', 'px', ARGV[6])
            end
            redis.call('hset', KEYS[1], ARGV[1], ARGV[3])
            redis.call('hset', KEYS[2], ARGV[1], ARGV[4])
            redis.call('hset', KEYS[3], ARGV[1], ARGV[5])
            redis.call('xadd', KEYS[4], 'maxlen', '~', 10000, '*', 'user', ARGV[1])
            """);

    // KEYS: templates, keys, index, changes. ARGV: user, face
    private static final String ERASING = """
            if redis.call('hget', KEYS[3], ARGV[1]) ~= ARGV[2] then
              %s
            end
            for i = 1, 3 do
              redis.call('hdel', KEYS[i], ARGV[1])
            end
            redis.call('xadd', KEYS[4], 'maxlen', '~', 10000, '*', 'user', ARGV[1])
            """;

    private static final ChangeScript ERASE = ChangeScript.of(ERASING.formatted("return refuse('CHANGED')"));

    // A reaction that refuses counts as handled; one that fails comes again.
    private static final ChangeScript ERASE_OR_FAIL = ChangeScript.of(ERASING.formatted("error('CHANGED')"));

    private final Store store;
    private final Nonces nonces;
    private final String templates;
    private final String keys;
    private final String index;
    private final String changes;

    FaceStore(Store store, Nonces nonces) {
        this.store = store;
        this.nonces = nonces;
        templates = store.key("faces", "templates");
        keys = store.key("faces", "keys");
        index = store.key("faces", "index");
        changes = store.key("faces", "changes");
    }

    /** The stream whose records name users whose faces have changed. */
    String changes() {
        return changes;
    }

    /** Keeps a face in the place of the user's old one, whose key goes with it, and uses up the camera's nonce. */
    void enrol(SealedFace sealed, DeviceProof proof) {
        enrol(sealed, nonces.key(proof), Long.toString(nonces.remembered(proof)));
    }

    /** Keeps a face that no camera has signed. */
    void enrol(SealedFace sealed) {
        enrol(sealed, changes, "");
    }

    private void enrol(SealedFace sealed, String nonce, String remembered) {
        Face face = sealed.face();
        Outcome outcome;
        do {
            Optional<Face> old = find(face.userId());
            RedisChange change = ENROL.on(templates, keys, index, changes, nonce)
                    .with(face.userId(), old.map(Face::id).orElse(""), sealed.bytes(), sealed.dataKey(), face.id())
                    .with(remembered);
            List<DomainEvent> events = new ArrayList<>();
            old.ifPresent(replaced -> events.add(erased(replaced)));
            events.add(new FaceEnrolledEvent(face.id(), face.userId(), face.model()));
            outcome = store.make(change.publishing(events.toArray(DomainEvent[]::new)));
            Nonces.requireFirstUse(outcome);
        } while (isChanged(outcome));
    }

    /** Leaves nothing of the user's face. Returns whether there was one. */
    boolean erase(String userId) {
        while (true) {
            Optional<Face> face = find(userId);
            if (face.isEmpty()) {
                return false;
            }
            if (!isChanged(store.make(erasure(ERASE, face.get())))) {
                return true;
            }
        }
    }

    /** What a reaction enlists to leave nothing of the user's face; empty where there is none. */
    Optional<RedisChange> erasure(String userId) {
        return find(userId).map(face -> erasure(ERASE_OR_FAIL, face));
    }

    private RedisChange erasure(ChangeScript script, Face face) {
        return script.on(templates, keys, index, changes)
                .with(face.userId(), face.id())
                .publishing(erased(face));
    }

    Optional<Face> find(String userId) {
        return load(List.of(userId)).stream().map(SealedFace::face).findFirst();
    }

    /** The faces of those of the users who have one. */
    List<SealedFace> load(List<String> userIds) {
        byte[][] fields = userIds.stream().map(Store::bytes).toArray(byte[][]::new);
        return store.read(redis -> {
            List<byte[]> stored = redis.hashCommands().hMGet(Store.bytes(templates), fields);
            List<byte[]> dataKeys = redis.hashCommands().hMGet(Store.bytes(keys), fields);
            List<SealedFace> faces = new ArrayList<>();
            for (int i = 0; stored != null && dataKeys != null && i < fields.length; i++) {
                // Between the two commands one may have been erased or replaced; its change is still to come then.
                if (stored.get(i) != null && dataKeys.get(i) != null) {
                    faces.add(SealedFace.of(userIds.get(i), stored.get(i), dataKeys.get(i)));
                }
            }
            return faces;
        });
    }

    /** Which face each user has. */
    Map<String, String> index() {
        return store.read(redis -> {
            Map<String, String> faces = new HashMap<>();
            try (Cursor<Map.Entry<byte[], byte[]>> cursor = redis.hashCommands()
                    .hScan(
                            Store.bytes(index),
                            ScanOptions.scanOptions().count(SCANNED).build())) {
                cursor.forEachRemaining(entry -> faces.put(Store.text(entry.getKey()), Store.text(entry.getValue())));
            }
            return faces;
        });
    }

    private static FaceErasedEvent erased(Face face) {
        return new FaceErasedEvent(face.id(), face.userId(), face.model());
    }

    private static boolean isChanged(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.reason().equals(CHANGED);
    }
}
