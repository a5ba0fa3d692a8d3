package com.smartfitness.gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Templates as they are, outside the heap: no collector leaves copies of them behind. */
final class Vectors {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, jdk.incubator.vector.VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

    private final int dimension;
    private final MemorySegment memory;

    Vectors(int dimension, int capacity) {
        this.dimension = dimension;
        memory = Arena.ofAuto().allocate((long) capacity * dimension * Float.BYTES, Long.SIZE);
    }

    void put(int slot, float[] vector) {
        MemorySegment.copy(vector, 0, memory, ValueLayout.JAVA_FLOAT, place(slot), dimension);
    }

    float[] get(int slot) {
        float[] vector = new float[dimension];
        MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, place(slot), vector, 0, dimension);
        return vector;
    }

    /** Overwrites the template with zeros. */
    void clear(int slot) {
        memory.asSlice(place(slot), (long) dimension * Float.BYTES).fill((byte) 0);
    }

    /** The inner product with a template, summed in double precision: products of two floats are exact in it. */
    double multiply(double[] query, int slot) {
        long place = place(slot);
        int lanes = DOUBLES.length();
        DoubleVector s0 = DoubleVector.zero(DOUBLES);
        DoubleVector s1 = s0;
        int d = 0;
        for (; d <= dimension - 2 * lanes; d += 2 * lanes) {
            s0 = wide(place, d).fma(DoubleVector.fromArray(DOUBLES, query, d), s0);
            s1 = wide(place, d + lanes).fma(DoubleVector.fromArray(DOUBLES, query, d + lanes), s1);
        }
        double product = s0.add(s1).reduceLanes(VectorOperators.ADD);
        for (; d < dimension; d++) {
            product += memory.get(ValueLayout.JAVA_FLOAT, place + (long) d * Float.BYTES) * query[d];
        }
        return product;
    }

    private DoubleVector wide(long place, int d) {
        FloatVector values =
                FloatVector.fromMemorySegment(FLOATS, memory, place + (long) d * Float.BYTES, ByteOrder.nativeOrder());
        return (DoubleVector) values.convertShape(VectorOperators.F2D, DOUBLES, 0);
    }

    private long place(int slot) {
        return (long) slot * dimension * Float.BYTES;
    }
}
