package com.smartfitness.mlops.laundry.photos;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.SplittableRandom;

/** One to four stacks of folded towels or clothes, seen from the front and a little from above. */
final class TidyStacks {

    private final SplittableRandom random;

    TidyStacks(SplittableRandom random) {
        this.random = random;
    }

    void paint(Graphics2D graphics, double ground) {
        int stacks = random.nextInt(1, 5);
        double room = random.nextDouble(0.75, 0.98) * LaundryPhotos.SCENE_WIDTH / stacks;
        double width = Math.min(random.nextDouble(0.75, 0.97) * room, random.nextDouble(120, 260));
        double left = (LaundryPhotos.SCENE_WIDTH - room * stacks) / 2 + random.nextDouble(-20, 20);
        Fabric common = Fabric.any(random);
        boolean alike = random.nextDouble() < 0.4;
        for (int i = 0; i < stacks; i++) {
            Fabric fabric = alike ? common : Fabric.any(random);
            stack(graphics, left + room * i + (room - width) / 2, ground, width, fabric);
        }
    }

    private void stack(Graphics2D graphics, double left, double ground, double width, Fabric fabric) {
        double thickness = random.nextDouble(13, 34);
        int items = random.nextInt(2, Math.max(3, (int) (200 / thickness)));
        boolean mixed = random.nextDouble() < 0.5;
        double y = ground;
        Fabric item = fabric;
        for (int i = 0; i < items; i++) {
            item = mixed && random.nextDouble() < 0.6 ? Fabric.any(random) : fabric.worn(random);
            double height = thickness * random.nextDouble(0.85, 1.15);
            y -= height;
            folded(graphics, left + 2.5 * random.nextGaussian(), y, width + 3 * random.nextGaussian(), height, item);
        }
        top(graphics, left, y, width, item);
    }

    private void folded(Graphics2D graphics, double left, double top, double width, double height, Fabric fabric) {
        AffineTransform upright = graphics.getTransform();
        graphics.rotate(Math.toRadians(0.8 * random.nextGaussian()), left + width / 2, top + height / 2);
        var front = new RoundRectangle2D.Double(left, top, width, height * 1.04, height * 0.8, height * 0.8);
        fabric.fill(graphics, front, random);
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.setColor(fabric.shade(0.55));
        graphics.draw(front);
        int folds = random.nextInt(1, 4);
        for (int i = 1; i <= folds; i++) {
            double y = top + height * i / (folds + 1);
            graphics.setColor(fabric.shade(i % 2 == 0 ? 1.15 : 0.78));
            graphics.draw(new Line2D.Double(left + height * 0.3, y, left + width - height * 0.3, y));
        }
        graphics.setTransform(upright);
    }

    private void top(Graphics2D graphics, double left, double y, double width, Fabric fabric) {
        double depth = random.nextDouble(0, 32);
        double slant = random.nextDouble(4, 18);
        Path2D face = new Path2D.Double();
        face.moveTo(left + 4, y + 3);
        face.lineTo(left + slant, y - depth);
        face.lineTo(left + width - slant, y - depth);
        face.lineTo(left + width - 4, y + 3);
        face.closePath();
        fabric.worn(random).fill(graphics, face, random);
        graphics.setColor(fabric.shade(0.7));
        graphics.draw(face);
    }
}
