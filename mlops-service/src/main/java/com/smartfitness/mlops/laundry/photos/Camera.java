package com.smartfitness.mlops.laundry.photos;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Turns a scene into what a phone makes of it: focus, light that falls off to one side, white balance, exposure and the
 * sensor's noise.
 *
 * @param blur standard deviation in parts of the width
 * @param exposure what brightness is multiplied by
 * @param noise standard deviation in levels of 255
 */
record Camera(double blur, double exposure, double noise, SplittableRandom random) {

    static Camera of(Taken taken, SplittableRandom random) {
        return switch (taken) {
            case WELL, ASLANT ->
                new Camera(random.nextDouble(0, 0.004), random.nextDouble(0.6, 1.25), random.nextDouble(1, 8), random);
            case IN_THE_DARK ->
                new Camera(random.nextDouble(0, 0.005), random.nextDouble(0.03, 0.12), random.nextDouble(3, 9), random);
            case OUT_OF_FOCUS ->
                new Camera(random.nextDouble(0.03, 0.05), random.nextDouble(0.6, 1.2), random.nextDouble(1, 4), random);
        };
    }

    byte[] photograph(BufferedImage scene) {
        int width = scene.getWidth();
        int height = scene.getHeight();
        float[][] channels = channels(scene);
        double[] balance = {random.nextDouble(0.88, 1.12), 1, random.nextDouble(0.82, 1.12)};
        double slope = random.nextDouble(-0.35, 0.35);
        double drop = random.nextDouble(-0.25, 0.25);
        Focus focus = new Focus(width, height, blur * width);
        BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (float[] channel : channels) {
            focus.apply(channel);
        }
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            double light = exposure * (1 + slope * ((double) x / width - 0.5) + drop * ((double) y / height - 0.5));
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                rgb = rgb << 8 | level(channels[c][i] * light * balance[c] + noise * random.nextGaussian());
            }
            photo.setRGB(x, y, rgb);
        }
        return Jpeg.encode(photo, (float) random.nextDouble(0.6, 0.95));
    }

    private static float[][] channels(BufferedImage scene) {
        int[] pixels = scene.getRGB(0, 0, scene.getWidth(), scene.getHeight(), null, 0, scene.getWidth());
        float[][] channels = new float[3][pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            channels[0][i] = pixels[i] >> 16 & 255;
            channels[1][i] = pixels[i] >> 8 & 255;
            channels[2][i] = pixels[i] & 255;
        }
        return channels;
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
