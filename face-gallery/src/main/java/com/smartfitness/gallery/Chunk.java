package com.smartfitness.gallery;

import org.jspecify.annotations.Nullable;

/** A fixed number of places for templates, filled from the first. */
final class Chunk {

    /** Templates in a chunk: its products stay in the cache of one core. */
    static final int CAPACITY = 4096;

    /** Bits of a template's dimension. More cost time for every template, fewer leave more to be compared exactly. */
    static final int BITS = 5;

    /** Those of them that every search reads; the lower ones it reads where these leave a doubt. */
    private static final int COARSE_BITS = 3;

    private static final int FINER_BITS = BITS - COARSE_BITS;

    private final BitPlanes coarsePlanes;
    private final BitPlanes finerPlanes;
    private final Layer coarse = new Layer(COARSE_BITS, CAPACITY);
    private final Layer fine = new Layer(BITS, CAPACITY);
    private final Vectors vectors;
    private final @Nullable String[] ids = new @Nullable String[CAPACITY];

    Chunk(int dimension) {
        coarsePlanes = new BitPlanes(dimension, COARSE_BITS, CAPACITY);
        finerPlanes = new BitPlanes(dimension, FINER_BITS, CAPACITY);
        vectors = new Vectors(dimension, CAPACITY);
    }

    void put(int slot, String id, float[] template) {
        Quantised all = Quantised.of(template, BITS);
        Quantised upper = all.shortened(template, FINER_BITS);
        coarsePlanes.put(slot, upper.codes());
        finerPlanes.put(slot, all.codes());
        coarse.put(slot, upper);
        fine.put(slot, all);
        vectors.put(slot, template);
        ids[slot] = id;
    }

    /** Leaves nothing of the template. */
    void clear(int slot) {
        coarsePlanes.clear(slot);
        finerPlanes.clear(slot);
        coarse.clear(slot);
        fine.clear(slot);
        vectors.clear(slot);
        ids[slot] = null;
    }

    @Nullable String id(int slot) {
        return ids[slot];
    }

    float[] template(int slot) {
        return vectors.get(slot);
    }

    /** Lets the first {@code count} templates compete: exactly those that no bound rules out. */
    void search(Query query, int count, TopTwo top) {
        coarsePlanes.multiply(query.planes, count, query.products);
        int best = 0;
        for (int slot = 0; slot < count; slot++) {
            query.bounds[slot] = coarse.bound(query, slot, query.products[slot]);
            best = query.bounds[slot] > query.bounds[best] ? slot : best;
        }
        if (query.bounds[best] <= top.runnerUp()) {
            return;
        }
        // The likely best first: it raises what the others must reach.
        compare(query, best, top);
        for (int block = 0; block < count; block += BitPlanes.BLOCK) {
            int end = Math.min(block + BitPlanes.BLOCK, count);
            if (mayMatter(query, block, end, top)) {
                searchFiner(query, block, end, best, top);
            }
        }
    }

    private static boolean mayMatter(Query query, int begin, int end, TopTwo top) {
        for (int slot = begin; slot < end; slot++) {
            if (query.bounds[slot] > top.runnerUp()) {
                return true;
            }
        }
        return false;
    }

    private void searchFiner(Query query, int begin, int end, int compared, TopTwo top) {
        finerPlanes.multiplyBlock(query.planes, begin, query.finer);
        for (int slot = begin; slot < end; slot++) {
            long product = (query.products[slot] << FINER_BITS) + query.finer[slot - begin];
            if (slot != compared && fine.bound(query, slot, product) > top.runnerUp()) {
                compare(query, slot, top);
            }
        }
    }

    private void compare(Query query, int slot, TopTwo top) {
        top.offer(ids[slot], vectors.multiply(query.exact, slot));
    }
}
