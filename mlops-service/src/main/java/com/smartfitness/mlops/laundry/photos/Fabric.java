package com.smartfitness.mlops.laundry.photos;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/** What an item is made of. Stripes follow the item, so that they alone do not tell a heap from a stack. */
record Fabric(Color colour, double stripeStep, double stripeAngle, int terry) {

    static Fabric any(SplittableRandom random) {
        // Most gyms' towels are white or grey.
        boolean plain = random.nextDouble() < 0.4;
        Color colour = Color.getHSBColor(
                random.nextFloat(),
                plain ? 0.08f * random.nextFloat() : 0.2f + 0.7f * random.nextFloat(),
                plain ? 0.7f + 0.3f * random.nextFloat() : 0.25f + 0.7f * random.nextFloat());
        double stripes = random.nextDouble() < 0.3 ? random.nextDouble(4, 14) : 0;
        return new Fabric(colour, stripes, random.nextInt(4) * Math.PI / 4, random.nextInt(120));
    }

    /** A fabric that varies this one a little, as towels of one delivery do. */
    Fabric worn(SplittableRandom random) {
        float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
        float brightness = Math.clamp(hsb[2] + 0.06f * (float) random.nextGaussian(), 0.1f, 1f);
        return new Fabric(Color.getHSBColor(hsb[0], hsb[1], brightness), stripeStep, stripeAngle, terry);
    }

    Color shade(double factor) {
        return new Color(
                level(colour.getRed(), factor), level(colour.getGreen(), factor), level(colour.getBlue(), factor));
    }

    /** Fills the shape with the fabric, within the clip that is set. */
    void fill(Graphics2D graphics, Shape shape, SplittableRandom random) {
        graphics.setColor(colour);
        graphics.fill(shape);
        Shape outside = graphics.getClip();
        graphics.clip(shape);
        Rectangle2D bounds = shape.getBounds2D();
        stripes(graphics, bounds);
        loops(graphics, bounds, random);
        graphics.setClip(outside);
    }

    private void stripes(Graphics2D graphics, Rectangle2D bounds) {
        if (stripeStep == 0) {
            return;
        }
        graphics.setColor(shade(0.75));
        graphics.setStroke(new BasicStroke((float) stripeStep / 3));
        double reach = bounds.getWidth() + bounds.getHeight();
        double across = Math.cos(stripeAngle);
        double down = Math.sin(stripeAngle);
        for (double at = -reach; at < reach; at += stripeStep) {
            double x = bounds.getCenterX() - down * at;
            double y = bounds.getCenterY() + across * at;
            graphics.draw(
                    new Line2D.Double(x - across * reach, y - down * reach, x + across * reach, y + down * reach));
        }
    }

    private void loops(Graphics2D graphics, Rectangle2D bounds, SplittableRandom random) {
        graphics.setColor(shade(0.9));
        for (int i = 0; i < terry; i++) {
            double x = bounds.getX() + random.nextDouble() * bounds.getWidth();
            double y = bounds.getY() + random.nextDouble() * bounds.getHeight();
            graphics.fill(new Rectangle2D.Double(x, y, 1.2, 1.2));
        }
    }

    private static int level(int value, double factor) {
        return Math.clamp(Math.round(value * factor), 0, 255);
    }
}
