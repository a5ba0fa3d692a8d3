package com.smartfitness.mlops.laundry.photos;

/** Blurs as a lens out of focus does, nearly: two passes of a box whose deviation together is the wanted one. */
final class Focus {

    private static final int PASSES = 2;

    private final int width;
    private final int height;
    private final int radius;

    /** @param deviation of the blur, in pixels */
    Focus(int width, int height, double deviation) {
        this.width = width;
        this.height = height;
        this.radius = (int) Math.round((Math.sqrt(12 * deviation * deviation / PASSES + 1) - 1) / 2);
    }

    /** Blurs the channel in place. */
    void apply(float[] channel) {
        if (radius == 0) {
            return;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            for (int y = 0; y < height; y++) {
                line(channel, y * width, 1, width);
            }
            for (int x = 0; x < width; x++) {
                line(channel, x, width, height);
            }
        }
    }

    private void line(float[] channel, int start, int step, int length) {
        float[] line = new float[length];
        for (int i = 0; i < length; i++) {
            line[i] = channel[start + i * step];
        }
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += line[Math.clamp(i, 0, length - 1)];
        }
        for (int i = 0; i < length; i++) {
            channel[start + i * step] = sum / (2 * radius + 1);
            sum += line[Math.min(i + radius + 1, length - 1)] - line[Math.max(i - radius, 0)];
        }
    }
}
