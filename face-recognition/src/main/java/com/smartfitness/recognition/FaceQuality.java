package com.smartfitness.recognition;

/**
 * What can be told of an aligned face before a template is made of it.
 *
 * @param brightness mean luma, from 0 to 1
 * @param blur how much of its differences between neighbours would survive if it were blurred, across or down, whichever is
 *     more; from 0 to 1. Neither light nor contrast take part in it (Crete et al., "The Blur Effect", 2007)
 */
record FaceQuality(double brightness, double blur) {

    /** Neighbours on either side of which a mean is taken. */
    private static final int REACH = 4;

    /** @param image red, green, blue from 0 to 1, each row by row */
    static FaceQuality of(float[] image, int side) {
        float[] luma = new float[side * side];
        double sum = 0;
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * image[i] + 0.587f * image[luma.length + i] + 0.114f * image[2 * luma.length + i];
            sum += luma[i];
        }
        return new FaceQuality(sum / luma.length, Math.max(blur(luma, side, 1, side), blur(luma, side, side, 1)));
    }

    /**
     * @param step from one pixel of a line to the next
     * @param line from one line to the next
     */
    private static double blur(float[] luma, int side, int step, int line) {
        double all = 0;
        double lost = 0;
        for (int i = 0; i < side; i++) {
            for (int j = REACH + 1; j < side - REACH; j++) {
                int at = i * line + j * step;
                double difference = Math.abs(luma[at] - luma[at - step]);
                // Two means that follow each other differ by what comes in and what goes out.
                double blurred = Math.abs(luma[at + REACH * step] - luma[at - (REACH + 1) * step]) / (2 * REACH + 1);
                all += difference;
                lost += Math.max(0, difference - blurred);
            }
        }
        return all == 0 ? 1 : 1 - lost / all;
    }
}
