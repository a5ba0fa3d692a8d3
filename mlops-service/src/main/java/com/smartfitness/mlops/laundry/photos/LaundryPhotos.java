package com.smartfitness.mlops.laundry.photos;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Draws photos that differ in room, light, colours, fabrics, number, angle, noise, sharpness and compression. */
public final class LaundryPhotos {

    /** The unit in which scenes are painted, whatever number of pixels the photo has in the end. */
    static final int SCENE_WIDTH = 400;

    static final int SCENE_HEIGHT = 300;

    private static final int ASPECT = 4;

    /** In degrees. */
    private static final double SLANT = 35;

    private LaundryPhotos() {}

    /** A JPEG of width by 3/4 of the width in pixels; the same arguments give the same bytes on the same JDK. */
    public static byte[] jpeg(Shown shown, Taken taken, long seed, int width) {
        SplittableRandom random = new SplittableRandom(seed * 31 + shown.number());
        BufferedImage scene = new BufferedImage(width, width * (ASPECT - 1) / ASPECT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scene.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale((double) scene.getWidth() / SCENE_WIDTH, (double) scene.getHeight() / SCENE_HEIGHT);
        try {
            paint(graphics, shown, taken, random);
        } finally {
            graphics.dispose();
        }
        return Camera.of(taken, random).photograph(scene);
    }

    private static void paint(Graphics2D graphics, Shown shown, Taken taken, SplittableRandom random) {
        double ground = Room.paint(graphics, random);
        double tilt = random.nextGaussian() * 2 + (taken == Taken.ASLANT ? SLANT : 0);
        graphics.rotate(Math.toRadians(tilt), SCENE_WIDTH / 2.0, SCENE_HEIGHT / 2.0);
        switch (shown) {
            case TIDY -> new TidyStacks(random).paint(graphics, ground);
            case MESSY -> new MessyPile(random).paint(graphics, ground);
        }
    }
}
