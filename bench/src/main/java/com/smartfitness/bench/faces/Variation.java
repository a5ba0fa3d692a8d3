package com.smartfitness.bench.faces;

import com.smartfitness.bench.photo.Jpeg;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** What else a camera might have made of a photo. Easier than another photo: expression and pose stay the same. */
enum Variation {
    DARKER,
    BRIGHTER,
    BLURRED,
    TURNED,
    CROPPED,
    COMPRESSED;

    /** A changed copy. */
    BufferedImage of(BufferedImage original) {
        BufferedImage photo = copy(original);
        int width = photo.getWidth();
        int height = photo.getHeight();
        return switch (this) {
            case DARKER -> lit(photo, 0.5f);
            case BRIGHTER -> lit(photo, 1.3f);
            case BLURRED -> blurred(photo);
            case TURNED -> turned(photo, 10);
            case CROPPED -> copy(photo.getSubimage(width / 10, 0, width * 8 / 10, height * 9 / 10));
            case COMPRESSED -> compressed(photo, 0.15f);
        };
    }

    private static BufferedImage copy(BufferedImage photo) {
        BufferedImage copy = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(photo, copy, 0);
        return copy;
    }

    private static void draw(BufferedImage photo, BufferedImage target, double degrees) {
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.rotate(Math.toRadians(degrees), photo.getWidth() / 2.0, photo.getHeight() / 2.0);
        graphics.drawImage(photo, 0, 0, null);
        graphics.dispose();
    }

    private static BufferedImage lit(BufferedImage photo, float light) {
        return new RescaleOp(light, 0, null).filter(photo, null);
    }

    /** By a mean over a hundredth of the width. */
    private static BufferedImage blurred(BufferedImage photo) {
        int width = Math.max(3, (photo.getWidth() / 100) | 1);
        float[] mean = new float[width * width];
        Arrays.fill(mean, 1f / mean.length);
        return new ConvolveOp(new Kernel(width, width, mean), ConvolveOp.EDGE_NO_OP, null).filter(photo, null);
    }

    private static BufferedImage turned(BufferedImage photo, double degrees) {
        BufferedImage turned = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        draw(photo, turned, degrees);
        return turned;
    }

    private static BufferedImage compressed(BufferedImage photo, float quality) {
        try {
            return ImageIO.read(new ByteArrayInputStream(Jpeg.of(photo, quality)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
