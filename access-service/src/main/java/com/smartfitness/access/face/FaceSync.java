package com.smartfitness.access.face;

import com.smartfitness.access.store.Store;
import com.smartfitness.access.store.StreamTail;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.stereotype.Component;

/**
 * Keeps the memory of this instance in line with the store: compares all at the start, after every loss of the connection
 * and now and then, and follows each change in between. It alone changes the memory.
 */
@Component
class FaceSync extends StreamTail {

    private static final Logger log = LoggerFactory.getLogger(FaceSync.class);
    private static final int BATCH = 500;

    private final FaceStore store;
    private final FaceCipher cipher;
    private final Faces faces;
    private volatile boolean complete;

    FaceSync(Store redis, FaceStore store, FaceCipher cipher, Faces faces, FaceProperties properties) {
        super(redis, store.changes(), properties.reconcile());
        this.store = store;
        this.cipher = cipher;
        this.faces = faces;
    }

    /** Whether all that was enrolled when this instance started is in memory. */
    boolean isComplete() {
        return complete;
    }

    @Override
    protected String begin(String now) {
        long started = System.nanoTime();
        Map<String, String> stored = store.index();
        List<String> gone = new ArrayList<>();
        faces.users().forEach(user -> {
            if (!stored.containsKey(user)) {
                gone.add(user);
            }
        });
        gone.forEach(faces::remove);
        List<String> changed = stored.entrySet().stream()
                .filter(entry -> faces.faceOf(entry.getKey())
                        .filter(entry.getValue()::equals)
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        for (int from = 0; from < changed.size(); from += BATCH) {
            refresh(changed.subList(from, Math.min(from + BATCH, changed.size())));
        }
        if (!complete || !gone.isEmpty() || !changed.isEmpty()) {
            log.info(
                    "{} faces in memory ({} taken in, {} removed) after {} ms",
                    faces.size(),
                    changed.size(),
                    gone.size(),
                    (System.nanoTime() - started) / 1_000_000);
        }
        complete = true;
        return now;
    }

    @Override
    protected void follow(ByteRecord added) {
        added.getValue().values().forEach(user -> refresh(List.of(Store.text(user))));
    }

    private void refresh(List<String> users) {
        List<String> gone = new ArrayList<>(users);
        for (SealedFace sealed : store.load(users)) {
            if (take(sealed)) {
                gone.remove(sealed.face().userId());
            }
        }
        gone.forEach(faces::remove);
    }

    private boolean take(SealedFace sealed) {
        try {
            float[] template = cipher.open(sealed);
            faces.put(sealed.face(), template);
            Arrays.fill(template, 0);
            return true;
        } catch (UnreadableFaceException | IllegalArgumentException e) {
            log.error("Face {} is left out", sealed.face().id(), e);
            return false;
        }
    }
}
