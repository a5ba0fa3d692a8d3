package com.smartfitness.mlops.laundry;

import com.smartfitness.onnx.OnnxModel;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** What the model looks at in one photo: its features, how bright it is and how sharp. */
public final class PhotoFeatures {

    /** Of the bytes that they are kept as. */
    static final int SIZE = (LaundryFeatures.COUNT + 2) * Float.BYTES;

    private final float[] floats;

    private PhotoFeatures(float[] floats) {
        this.floats = floats;
    }

    /** @param outputs of the features' graph, by the names that {@link FeatureExtractor} gave them */
    static PhotoFeatures of(OnnxModel.Outputs outputs) {
        FloatBuffer floats = FloatBuffer.allocate(LaundryFeatures.COUNT + 2);
        floats.put(outputs.of(FeatureExtractor.VALUES));
        floats.put(outputs.of(FeatureExtractor.BRIGHTNESS)[0]);
        floats.put(outputs.of(FeatureExtractor.SHARPNESS)[0]);
        return new PhotoFeatures(floats.array());
    }

    /** Reads what {@link #toBytes} has written. */
    public static PhotoFeatures ofBytes(byte[] bytes) {
        float[] floats = new float[LaundryFeatures.COUNT + 2];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(floats);
        return new PhotoFeatures(floats);
    }

    /** The same, to be kept. */
    public byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE);
        bytes.asFloatBuffer().put(floats);
        return bytes.array();
    }

    float value(int feature) {
        return floats[feature];
    }

    float brightness() {
        return floats[LaundryFeatures.COUNT];
    }

    float sharpness() {
        return floats[LaundryFeatures.COUNT + 1];
    }
}
