package com.smartfitness.access.gallery;

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
        DoubleVector sum = DoubleVector.zero(DOUBLES);
        int d = 0;
        for (; d < DOUBLES.loopBound(dimension); d += DOUBLES.length()) {
            FloatVector values = FloatVector.fromMemorySegment(
                    FLOATS, memory, place + (long) d * Float.BYTES, ByteOrder.nativeOrder());
            DoubleVector wide = (DoubleVector) values.convertShape(VectorOperators.F2D, DOUBLES, 0);
            sum = wide.fma(DoubleVector.fromArray(DOUBLES, query, d), sum);
        }
        double product = sum.reduceLanes(VectorOperators.ADD);
        for (; d < dimension; d++) {
            product += memory.get(ValueLayout.JAVA_FLOAT, place + (long) d * Float.BYTES) * query[d];
        }
        return product;
    }

    private long place(int slot) {
        return (long) slot * dimension * Float.BYTES;
    }
}
