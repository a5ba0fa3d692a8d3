package com.smartfitness.gallery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.StampedLock;

/**
 * The templates of one face model, one an id, outside the heap. A search answers what comparing with every template
 * would: the bits that it looks at first only rule out what cannot be among the best two.
 *
 * <p>Searches run beside each other without locks, and once more where a change came in between. What is removed or
 * replaced is overwritten at once.
 */
public final class Gallery {

    private static final int ATTEMPTS = 3;

    private final int dimension;
    private final StampedLock lock = new StampedLock();
    private final Map<String, Integer> slots = new HashMap<>();
    private volatile List<Chunk> chunks = List.of();
    private volatile int size;

    /** An empty gallery for vectors of this many dimensions. */
    public Gallery(int dimension) {
        this.dimension = dimension;
    }

    /** Keeps a template of about unit length, in the place of the one that the id had. */
    public void put(String id, float[] template) {
        requireDimension(template);
        long stamp = lock.writeLock();
        try {
            Integer slot = slots.get(id);
            if (slot == null) {
                slot = size;
                if (slot == chunks.size() * Chunk.CAPACITY) {
                    List<Chunk> more = new ArrayList<>(chunks);
                    more.add(new Chunk(dimension));
                    chunks = List.copyOf(more);
                }
                slots.put(id, slot);
                size = slot + 1;
            }
            chunkOf(slot).put(slot % Chunk.CAPACITY, id, template);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** Overwrites the id's template with zeros. Returns whether there was one. */
    public boolean remove(String id) {
        long stamp = lock.writeLock();
        try {
            Integer slot = slots.remove(id);
            if (slot == null) {
                return false;
            }
            int last = size - 1;
            Chunk end = chunkOf(last);
            if (slot != last) {
                String moved = String.valueOf(end.id(last % Chunk.CAPACITY));
                float[] template = end.template(last % Chunk.CAPACITY);
                chunkOf(slot).put(slot % Chunk.CAPACITY, moved, template);
                slots.put(moved, slot);
            }
            end.clear(last % Chunk.CAPACITY);
            size = last;
            return true;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    public int size() {
        return size;
    }

    /** The ids that have a template. */
    public List<String> ids() {
        long stamp = lock.readLock();
        try {
            return List.copyOf(slots.keySet());
        } finally {
            lock.unlockRead(stamp);
        }
    }

    /**
     * The two templates that are most similar to a vector of about unit length, of those above a floor.
     *
     * @param floor similarity up to which nobody counts; the higher, the faster, and with -2 everybody does
     */
    public Nearest nearest(float[] vector, double floor) {
        requireDimension(vector);
        Query query = new Query(vector);
        try {
            return nearest(query, floor);
        } finally {
            query.forget();
        }
    }

    private Nearest nearest(Query query, double floor) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long stamp = lock.tryOptimisticRead();
            if (stamp != 0) {
                Nearest found = search(query, floor);
                if (lock.validate(stamp)) {
                    return found;
                }
            }
        }
        long stamp = lock.readLock();
        try {
            return search(query, floor);
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private Nearest search(Query query, double floor) {
        TopTwo top = new TopTwo(floor);
        int left = size;
        for (Chunk chunk : chunks) {
            if (left > 0) {
                chunk.search(query, Math.min(left, Chunk.CAPACITY), top);
                left -= Chunk.CAPACITY;
            }
        }
        return top.result();
    }

    private Chunk chunkOf(int slot) {
        return chunks.get(slot / Chunk.CAPACITY);
    }

    private void requireDimension(float[] vector) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException("A vector of %d dimensions, not %d".formatted(dimension, vector.length));
        }
    }
}
