package com.smartfitness.helper.judgement;

/** One channel of a square picture, with values from 0 to 1. */
final class Plane {

    private final float[] values;
    private final int side;

    /** @param scale what the values are multiplied with to lie between 0 and 1 */
    Plane(float[] sums, int side, float scale) {
        this.values = sums;
        this.side = side;
        for (int i = 0; i < values.length; i++) {
            values[i] *= scale;
        }
    }

    /** The channels one after the other, interpolated between the centres of pixels. */
    static float[] fitted(Plane[] channels, int height, int width) {
        float[] tensor = new float[channels.length * height * width];
        int at = 0;
        for (Plane channel : channels) {
            float down = (float) channel.side / height;
            float across = (float) channel.side / width;
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    tensor[at++] = channel.between((x + 0.5f) * across - 0.5f, (y + 0.5f) * down - 0.5f);
                }
            }
        }
        return tensor;
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
