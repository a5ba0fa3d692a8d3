package com.smartfitness.gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Codes of many templates, transposed into bits, so that inner products with a query's codes are made of AND, a count of
 * bits and additions: {@code sum(c * u)} is the sum over planes {@code p, b} of
 * {@code 2^(p + b) * bitCount(c_p & u_b)}. Eight templates lie side by side, one in each lane of a vector of 512 bits.
 *
 * <p>Memory: block, plane (highest first), word of 64 dimensions, template.
 */
final class BitPlanes {

    /** Bits of the query's; each is an accumulator below. */
    static final int QUERY_BITS = 6;

    /** Templates side by side. */
    static final int BLOCK = 8;

    private static final int QUERY_STRIDE = QUERY_BITS * BLOCK;
    private static final VectorSpecies<Long> LANES =
            LongVector.SPECIES_PREFERRED.length() > BLOCK ? LongVector.SPECIES_512 : LongVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private final int bits;
    private final int words;
    private final MemorySegment memory;

    /** @param bits of a template's dimension, the lowest of each code */
    BitPlanes(int dimension, int bits, int capacity) {
        this.bits = bits;
        words = words(dimension);
        memory = Arena.ofAuto().allocate((long) capacity * bits * words * Long.BYTES, BLOCK * Long.BYTES);
    }

    private static int words(int dimension) {
        return (dimension + Long.SIZE - 1) / Long.SIZE;
    }

    void put(int slot, int[] codes) {
        clear(slot);
        for (int d = 0; d < codes.length; d++) {
            for (int plane = 0; plane < bits; plane++) {
                long bit = (codes[d] >> (bits - 1 - plane)) & 1L;
                long place = place(slot, plane, d / Long.SIZE);
                memory.set(ValueLayout.JAVA_LONG, place, memory.get(ValueLayout.JAVA_LONG, place) | bit << d);
            }
        }
    }

    /** Overwrites the template's codes with zeros. */
    void clear(int slot) {
        for (int plane = 0; plane < bits; plane++) {
            for (int word = 0; word < words; word++) {
                memory.set(ValueLayout.JAVA_LONG, place(slot, plane, word), 0);
            }
        }
    }

    private long place(int slot, int plane, int word) {
        return ((((long) slot / BLOCK * bits) + plane) * words + word) * BLOCK * Long.BYTES
                + (slot % BLOCK) * (long) Long.BYTES;
    }

    /** A query's codes, each bit of it as often as a vector has lanes: word, plane (lowest first), lane. */
    static long[] query(int[] codes) {
        long[] planes = new long[words(codes.length) * QUERY_STRIDE];
        for (int d = 0; d < codes.length; d++) {
            for (int plane = 0; plane < QUERY_BITS; plane++) {
                long bit = (codes[d] >> plane & 1L) << d;
                int first = d / Long.SIZE * QUERY_STRIDE + plane * BLOCK;
                for (int lane = 0; lane < BLOCK; lane++) {
                    planes[first + lane] |= bit;
                }
            }
        }
        return planes;
    }

    /**
     * The inner products of the query's codes with those of the first templates.
     *
     * @param query see {@link #query(int[])}
     * @param products filled for {@code count} templates, rounded up to whole blocks
     */
    void multiply(long[] query, int count, long[] products) {
        for (int block = 0; block < count; block += BLOCK) {
            for (int lane = 0; lane < BLOCK; lane += LANES.length()) {
                multiply(query, block, lane).intoArray(products, block + lane);
            }
        }
    }

    /**
     * The inner products with the templates of one block.
     *
     * @param first the block's first template
     * @param products filled for the whole block
     */
    void multiplyBlock(long[] query, int first, long[] products) {
        for (int lane = 0; lane < BLOCK; lane += LANES.length()) {
            multiply(query, first, lane).intoArray(products, lane);
        }
    }

    private LongVector multiply(long[] query, int block, int lane) {
        long place = place(block + lane, 0, 0);
        LongVector product = LongVector.zero(LANES);
        for (int plane = 0; plane < bits; plane++) {
            LongVector c0 = LongVector.zero(LANES);
            LongVector c1 = c0;
            LongVector c2 = c0;
            LongVector c3 = c0;
            LongVector c4 = c0;
            LongVector c5 = c0;
            for (int at = lane; at < query.length; at += QUERY_STRIDE) {
                LongVector template = LongVector.fromMemorySegment(LANES, memory, place, ORDER);
                c0 = c0.add(common(template, query, at));
                c1 = c1.add(common(template, query, at + BLOCK));
                c2 = c2.add(common(template, query, at + 2 * BLOCK));
                c3 = c3.add(common(template, query, at + 3 * BLOCK));
                c4 = c4.add(common(template, query, at + 4 * BLOCK));
                c5 = c5.add(common(template, query, at + 5 * BLOCK));
                place += (long) BLOCK * Long.BYTES;
            }
            product = twice(product)
                    .add(twice(twice(twice(twice(twice(c5).add(c4)).add(c3)).add(c2))
                                    .add(c1))
                            .add(c0));
        }
        return product;
    }

    private static LongVector common(LongVector template, long[] query, int at) {
        return template.and(LongVector.fromArray(LANES, query, at)).lanewise(VectorOperators.BIT_COUNT);
    }

    private static LongVector twice(LongVector value) {
        return value.add(value);
    }
}
