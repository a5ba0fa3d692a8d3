package com.smartfitness.mlops.laundry;

import java.io.IOException;

/**
 * A photo as small as the model looks at it, with 8 bits a channel. Learning and verification read these in the place of
 * photos of many megabytes; against what a server gives to the model, only the rounding to 8 bits differs.
 */
public final class LaundryPicture {

    private static final float WHITE = 255;

    private final byte[] levels;

    private LaundryPicture(byte[] levels) {
        this.levels = levels;
    }

    /**
     * Makes it of a photo.
     *
     * @throws IOException where the bytes are no whole picture
     */
    public static LaundryPicture of(byte[] photo) throws IOException {
        float[] tensor = PhotoTensor.of(photo, LaundryFeatures.SIDE);
        byte[] levels = new byte[tensor.length];
        for (int i = 0; i < tensor.length; i++) {
            levels[i] = (byte) Math.round(tensor[i] * WHITE);
        }
        return new LaundryPicture(levels);
    }

    /** Reads what {@link #bytes} has given. */
    public static LaundryPicture ofBytes(byte[] levels) {
        if (levels.length != 3 * LaundryFeatures.SIDE * LaundryFeatures.SIDE) {
            throw new IllegalArgumentException("%d bytes are no picture".formatted(levels.length));
        }
        return new LaundryPicture(levels.clone());
    }

    /** Channel by channel, row by row; 48 KB. */
    public byte[] bytes() {
        return levels.clone();
    }

    float[] tensor() {
        float[] tensor = new float[levels.length];
        for (int i = 0; i < tensor.length; i++) {
            tensor[i] = (levels[i] & 0xFF) / WHITE;
        }
        return tensor;
    }
}
