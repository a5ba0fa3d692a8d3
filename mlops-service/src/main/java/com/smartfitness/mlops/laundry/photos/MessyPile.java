package com.smartfitness.mlops.laundry.photos;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.SplittableRandom;

/** A heap of crumpled things, some half folded, lying at any angle and over one another. */
final class MessyPile {

    private final SplittableRandom random;

    MessyPile(SplittableRandom random) {
        this.random = random;
    }

    void paint(Graphics2D graphics, double ground) {
        int items = random.nextInt(7, 26);
        double centre = random.nextDouble(140, 260);
        double spread = random.nextDouble(50, 120);
        double height = random.nextDouble(60, 190);
        Fabric common = Fabric.any(random);
        boolean alike = random.nextDouble() < 0.4;
        for (int i = 0; i < items; i++) {
            double x = centre + spread * random.nextGaussian();
            double above = height * random.nextDouble() * Math.exp(-Math.pow((x - centre) / (1.6 * spread), 2));
            item(graphics, x, ground - 12 - above, alike ? common.worn(random) : Fabric.any(random));
        }
    }

    private void item(Graphics2D graphics, double x, double y, Fabric fabric) {
        AffineTransform upright = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(random.nextDouble(2 * Math.PI));
        double size = random.nextDouble(28, 75);
        Shape outline = random.nextDouble() < 0.25 ? halfFolded(size) : crumpled(size);
        fabric.fill(graphics, outline, random);
        wrinkles(graphics, outline, size, fabric);
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.setColor(fabric.shade(0.55));
        graphics.draw(outline);
        graphics.setTransform(upright);
    }

    private Shape halfFolded(double size) {
        double height = size * random.nextDouble(0.3, 1.1);
        return new RoundRectangle2D.Double(-size, -height / 2, 2 * size, height, height * 0.4, height * 0.4);
    }

    private Shape crumpled(double size) {
        int corners = random.nextInt(6, 12);
        double flat = random.nextDouble(0.45, 1);
        double[] x = new double[corners];
        double[] y = new double[corners];
        for (int i = 0; i < corners; i++) {
            double radius = size * random.nextDouble(0.55, 1.25);
            x[i] = radius * Math.cos(2 * Math.PI * i / corners);
            y[i] = flat * radius * Math.sin(2 * Math.PI * i / corners);
        }
        Path2D outline = new Path2D.Double();
        outline.moveTo((x[0] + x[corners - 1]) / 2, (y[0] + y[corners - 1]) / 2);
        for (int i = 0; i < corners; i++) {
            int next = (i + 1) % corners;
            outline.quadTo(x[i], y[i], (x[i] + x[next]) / 2, (y[i] + y[next]) / 2);
        }
        outline.closePath();
        return outline;
    }

    private void wrinkles(Graphics2D graphics, Shape outline, double size, Fabric fabric) {
        Shape outside = graphics.getClip();
        graphics.clip(outline);
        int wrinkles = random.nextInt(3, 11);
        for (int i = 0; i < wrinkles; i++) {
            graphics.setStroke(new BasicStroke((float) random.nextDouble(0.8, 3)));
            graphics.setColor(fabric.shade(random.nextBoolean() ? random.nextDouble(0.5, 0.85) : 1.2));
            graphics.draw(new CubicCurve2D.Double(
                    within(size),
                    within(size),
                    within(size),
                    within(size),
                    within(size),
                    within(size),
                    within(size),
                    within(size)));
        }
        graphics.setClip(outside);
    }

    private double within(double size) {
        return random.nextDouble(-size, size);
    }
}
