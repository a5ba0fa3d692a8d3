package com.smartfitness.bench.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

/** Thumbnails of towels in a row or in a heap, no two alike: easy to tell apart, and quick to make by the thousand. */
public final class SmallPhoto {

    private static final int WIDTH = 192;
    private static final int HEIGHT = 144;
    private static final int TOWELS = 12;

    private SmallPhoto() {}

    /**
     * One photo, JPEG.
     *
     * @param number the same number is the same photo
     */
    public static byte[] draw(int number, boolean tidy) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(number);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(random.nextInt(40, 90), random.nextInt(40, 90), random.nextInt(40, 90)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int towel = 0; towel < TOWELS; towel++) {
            int level = random.nextInt(120, 250);
            pen.setColor(new Color(level, level, random.nextInt(120, 250)));
            if (!tidy) {
                pen.rotate(random.nextDouble(-0.4, 0.4), WIDTH / 2.0, HEIGHT / 2.0);
            }
            int left = tidy ? 20 : random.nextInt(WIDTH / 2);
            int top = tidy ? towel * HEIGHT / TOWELS : random.nextInt(HEIGHT);
            pen.fillRect(left, top, WIDTH - 40 - random.nextInt(10), HEIGHT / TOWELS - 3);
        }
        pen.dispose();
        try {
            return Jpeg.of(picture, 0.85f);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
