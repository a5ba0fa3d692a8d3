package com.smartfitness.fleettests;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;

/** Lines that rise or fall: easily told apart by whoever learns from them, and nothing that the first model knows. */
final class HatchedPhoto {

    private static final int SIDE = 160;

    private HatchedPhoto() {}

    static boolean isRising(int number) {
        return number % 2 == 0;
    }

    /** A PNG; no two numbers give the same. */
    static byte[] of(int number) {
        SplittableRandom random = new SplittableRandom(number);
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.getHSBColor(random.nextInt(100) / 100f, 0.3f, 0.9f));
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.rotate(Math.toRadians((isRising(number) ? -45 : 45) + random.nextInt(-8, 9)), SIDE / 2.0, SIDE / 2.0);
        graphics.setColor(Color.getHSBColor(random.nextInt(100) / 100f, 0.5f, 0.4f));
        graphics.setStroke(new BasicStroke(random.nextInt(2, 6)));
        int distance = random.nextInt(9, 20);
        for (int y = -SIDE; y < 2 * SIDE; y += distance) {
            graphics.drawLine(-SIDE, y, 2 * SIDE, y);
        }
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
