package com.smartfitness.mlops.laundry;

import java.util.Arrays;

/** One channel of a square picture, 0 to 1. */
final class Plane {

    private final float[] values;
    private final int side;

    private Plane(int side) {
        this.values = new float[side * side];
        this.side = side;
    }

    /** So many channels, all of them black. */
    static Plane[] empty(int channels, int side) {
        Plane[] planes = new Plane[channels];
        Arrays.setAll(planes, _ -> new Plane(side));
        return planes;
    }

    void set(int x, int y, float value) {
        values[y * side + x] = value;
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
