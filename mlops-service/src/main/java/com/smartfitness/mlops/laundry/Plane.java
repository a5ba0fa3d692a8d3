package com.smartfitness.mlops.laundry;

import java.awt.image.BufferedImage;

/** One channel of a square picture, 0 to 1. */
final class Plane {

    private static final int WHITE = 255;

    private final float[] values;
    private final int side;

    private Plane(float[] values, int side) {
        this.values = values;
        this.side = side;
    }

    static Plane ofChannel(BufferedImage square, int shift) {
        int side = square.getWidth();
        int[] pixels = square.getRGB(0, 0, side, side, null, 0, side);
        float[] values = new float[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            values[i] = (pixels[i] >> shift & WHITE) / (float) WHITE;
        }
        return new Plane(values, side);
    }

    int side() {
        return side;
    }

    /** Means of two by two; an odd last row and column are left out. */
    Plane halved() {
        int half = side / 2;
        float[] means = new float[half * half];
        for (int y = 0; y < half; y++) {
            for (int x = 0; x < half; x++) {
                means[y * half + x] =
                        (at(2 * x, 2 * y) + at(2 * x + 1, 2 * y) + at(2 * x, 2 * y + 1) + at(2 * x + 1, 2 * y + 1)) / 4;
            }
        }
        return new Plane(means, half);
    }

    void copyTo(float[] target, int offset, int wanted) {
        float scale = (float) side / wanted;
        for (int y = 0; y < wanted; y++) {
            for (int x = 0; x < wanted; x++) {
                target[offset + y * wanted + x] = between((x + 0.5f) * scale - 0.5f, (y + 0.5f) * scale - 0.5f);
            }
        }
    }

    private float between(float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = x - left;
        float below = y - top;
        float upper = at(left, top) * (1 - right) + at(left + 1, top) * right;
        float lower = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
        return upper * (1 - below) + lower * below;
    }

    /** Beyond the edge the edge goes on. */
    private float at(int x, int y) {
        return values[Math.clamp(y, 0, side - 1) * side + Math.clamp(x, 0, side - 1)];
    }
}
