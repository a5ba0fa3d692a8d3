package com.smartfitness.recognition;

/**
 * What can be told of an aligned face before a template is made of it.
 *
 * @param brightness mean luma, from 0 to 1
 * @param sharpness mean absolute second difference of luma (4-neighbour Laplacian) against its standard deviation: how
 *     much of what is seen is fine. The light takes no part in it
 */
record FaceQuality(double brightness, double sharpness) {

    /** @param image red, green, blue from 0 to 1, each row by row */
    static FaceQuality of(float[] image, int side) {
        float[] luma = new float[side * side];
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < luma.length; i++) {
            luma[i] = 0.299f * image[i] + 0.587f * image[luma.length + i] + 0.114f * image[2 * luma.length + i];
            sum += luma[i];
            squares += luma[i] * luma[i];
        }
        double detail = 0;
        for (int y = 1; y < side - 1; y++) {
            for (int x = 1; x < side - 1; x++) {
                int at = y * side + x;
                detail += Math.abs(4 * luma[at] - luma[at - 1] - luma[at + 1] - luma[at - side] - luma[at + side]);
            }
        }
        double mean = sum / luma.length;
        double deviation = Math.sqrt(Math.max(1e-9, squares / luma.length - mean * mean));
        return new FaceQuality(mean, detail / ((side - 2) * (side - 2)) / deviation);
    }
}
