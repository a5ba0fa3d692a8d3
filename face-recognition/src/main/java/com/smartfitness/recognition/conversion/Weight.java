package com.smartfitness.recognition.conversion;

import com.smartfitness.onnx.OnnxGraph;
import java.util.Arrays;

/**
 * A tensor of weights. Stored bytes stay bytes, so that what becomes of them is as small.
 *
 * @param values stored numbers, row by row: bytes as 0 to 255, or floats as they are
 * @param scale what a byte less the zero point is multiplied with; 0 for floats
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Weight(long[] shape, float[] values, float scale, int zeroPoint) {

    static Weight ofFloats(long[] shape, float[] values) {
        return new Weight(shape, values, 0, 0);
    }

    /** The same tensor with its dimensions in another order: {@code axes[i]} becomes dimension {@code i}. */
    Weight transposed(int... axes) {
        int rank = shape.length;
        long[] turned = new long[rank];
        int[] strides = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            turned[axis] = shape[axes[axis]];
            strides[axis] =
                    (int) Arrays.stream(shape).skip(axes[axis] + 1L).reduce(1, (product, size) -> product * size);
        }
        float[] moved = new float[values.length];
        for (int to = 0; to < moved.length; to++) {
            int rest = to;
            int from = 0;
            for (int axis = rank - 1; axis >= 0; axis--) {
                from += (int) (rest % turned[axis]) * strides[axis];
                rest /= (int) turned[axis];
            }
            moved[to] = values[from];
        }
        return new Weight(turned, moved, scale, zeroPoint);
    }

    /** Its name in the graph. */
    String addTo(OnnxGraph graph) {
        if (scale != 0) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (int) values[i];
            }
            return graph.quantised(shape, bytes, scale, zeroPoint);
        }
        double[] doubles = new double[values.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = values[i];
        }
        return graph.constant(shape, doubles);
    }
}
