package com.smartfitness.mlops.laundry.photos;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** What is behind and below the laundry: a wall, plain, tiled or panelled, and a bench, a shelf or the floor. */
final class Room {

    private static final int BEYOND = 100;

    private Room() {}

    /** Paints the room and tells at what height things stand. */
    static double paint(Graphics2D graphics, SplittableRandom random) {
        double ground = random.nextDouble(215, 285);
        wall(graphics, random);
        graphics.setPaint(new GradientPaint(0, (float) ground - 20, muted(random), 0, 300, muted(random)));
        graphics.fill(new Rectangle2D.Double(
                -BEYOND, ground - random.nextDouble(0, 25), LaundryPhotos.SCENE_WIDTH + 2 * BEYOND, 300));
        return ground;
    }

    private static void wall(Graphics2D graphics, SplittableRandom random) {
        graphics.setPaint(new GradientPaint(
                random.nextInt(400), 0, muted(random), random.nextInt(400), random.nextInt(100, 300), muted(random)));
        graphics.fill(new Rectangle2D.Double(-BEYOND, -BEYOND, 600, 500));
        graphics.setColor(new Color(0, 0, 0, random.nextInt(10, 60)));
        double step = random.nextDouble(25, 90);
        int kind = random.nextInt(4);
        if (kind == 1 || kind == 3) {
            lines(graphics, step, true);
        }
        if (kind == 2 || kind == 3) {
            lines(graphics, step * random.nextDouble(0.6, 1.4), false);
        }
    }

    private static void lines(Graphics2D graphics, double step, boolean upright) {
        for (double at = 0; at < LaundryPhotos.SCENE_WIDTH; at += step) {
            graphics.draw(upright ? new Line2D.Double(at, 0, at, 300) : new Line2D.Double(0, at, 400, at));
        }
    }

    private static Color muted(SplittableRandom random) {
        return Color.getHSBColor(random.nextFloat(), 0.35f * random.nextFloat(), 0.35f + 0.6f * random.nextFloat());
    }
}
