package com.smartfitness.access.gallery;

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

    /** Bits of a template's dimension. More cost time for every template, fewer leave more of them to be compared exactly. */
    static final int BITS = 5;

    /** Bits of the query's; each is an accumulator below. */
    static final int QUERY_BITS = 6;

    private static final int BLOCK = 8;
    private static final int QUERY_STRIDE = QUERY_BITS * BLOCK;
    private static final VectorSpecies<Long> LANES =
            LongVector.SPECIES_PREFERRED.length() > BLOCK ? LongVector.SPECIES_512 : LongVector.SPECIES_PREFERRED;
    private static final ByteOrder ORDER = ByteOrder.nativeOrder();

    private final int words;
    private final MemorySegment memory;

    BitPlanes(int dimension, int capacity) {
        words = words(dimension);
        memory = Arena.ofAuto().allocate((long) capacity * BITS * words * Long.BYTES, BLOCK * Long.BYTES);
    }

    private static int words(int dimension) {
        return (dimension + Long.SIZE - 1) / Long.SIZE;
    }

    void put(int slot, int[] codes) {
        clear(slot);
        for (int d = 0; d < codes.length; d++) {
            for (int plane = 0; plane < BITS; plane++) {
                long bit = (codes[d] >> (BITS - 1 - plane)) & 1L;
                long place = place(slot, plane, d / Long.SIZE);
                memory.set(ValueLayout.JAVA_LONG, place, memory.get(ValueLayout.JAVA_LONG, place) | bit << d);
            }
        }
    }

    /** Overwrites the template's codes with zeros. */
    void clear(int slot) {
        for (int plane = 0; plane < BITS; plane++) {
            for (int word = 0; word < words; word++) {
                memory.set(ValueLayout.JAVA_LONG, place(slot, plane, word), 0);
            }
        }
    }

    private long place(int slot, int plane, int word) {
        return ((((long) slot / BLOCK * BITS) + plane) * words + word) * BLOCK * Long.BYTES
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
        for (int block = 0; block * BLOCK < count; block++) {
            for (int lane = 0; lane < BLOCK; lane += LANES.length()) {
                multiply(query, block, lane, products);
            }
        }
    }

    private void multiply(long[] query, int block, int lane, long[] products) {
        long place = place(block * BLOCK + lane, 0, 0);
        LongVector product = LongVector.zero(LANES);
        for (int plane = 0; plane < BITS; plane++) {
            LongVector c0 = LongVector.zero(LANES);
            LongVector c1 = c0;
            LongVector c2 = c0;
            LongVector c3 = c0;
            LongVector c4 = c0;
            LongVector c5 = c0;
            for (int at = lane; at < query.length; at += QUERY_STRIDE) {
                LongVector bits = LongVector.fromMemorySegment(LANES, memory, place, ORDER);
                c0 = c0.add(common(bits, query, at));
                c1 = c1.add(common(bits, query, at + BLOCK));
                c2 = c2.add(common(bits, query, at + 2 * BLOCK));
                c3 = c3.add(common(bits, query, at + 3 * BLOCK));
                c4 = c4.add(common(bits, query, at + 4 * BLOCK));
                c5 = c5.add(common(bits, query, at + 5 * BLOCK));
                place += (long) BLOCK * Long.BYTES;
            }
            product = twice(product)
                    .add(twice(twice(twice(twice(twice(c5).add(c4)).add(c3)).add(c2))
                                    .add(c1))
                            .add(c0));
        }
        product.intoArray(products, block * BLOCK + lane);
    }

    private static LongVector common(LongVector bits, long[] query, int at) {
        return bits.and(LongVector.fromArray(LANES, query, at)).lanewise(VectorOperators.BIT_COUNT);
    }

    private static LongVector twice(LongVector value) {
        return value.add(value);
    }
}
