package com.smartfitness.access.site;

import com.smartfitness.devices.Face;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Photos of two people, and what may go wrong when such are taken. All are JPEG. */
public final class FacePhotos {

    private FacePhotos() {}

    public static byte[] collins() {
        return written(read("collins.jpg"));
    }

    public static byte[] hopper() {
        return written(read("hopper.jpg"));
    }

    public static byte[] collinsTurned() {
        BufferedImage photo = read("collins.jpg");
        BufferedImage turned = blank(photo.getWidth(), photo.getHeight());
        Graphics2D graphics = turned.createGraphics();
        graphics.rotate(Math.toRadians(12), photo.getWidth() / 2.0, photo.getHeight() / 2.0);
        graphics.drawImage(photo, 0, 0, null);
        graphics.dispose();
        return written(turned);
    }

    public static byte[] collinsInLessLight() {
        BufferedImage photo = read("collins.jpg").getSubimage(60, 0, 400, 400);
        return written(lit(photo, 0.6f));
    }

    public static byte[] inTheDark() {
        return written(lit(read("hopper.jpg"), 0.2f));
    }

    public static byte[] nobody() {
        return written(blank(320, 240));
    }

    public static byte[] twoPeople() {
        BufferedImage both = blank(900, 600);
        Graphics2D graphics = both.createGraphics();
        graphics.drawImage(read("hopper.jpg"), 0, 0, 400, 469, null);
        graphics.drawImage(read("collins.jpg"), 300, -60, 800, 800, null);
        graphics.dispose();
        return written(both);
    }

    public static byte[] farAway() {
        BufferedImage photo = blank(256, 256);
        Graphics2D graphics = photo.createGraphics();
        graphics.drawImage(read("collins.jpg"), 0, 0, 256, 256, null);
        graphics.dispose();
        return written(photo);
    }

    public static byte[] blurred() {
        float[] mean = new float[11 * 11];
        Arrays.fill(mean, 1f / mean.length);
        return written(new ConvolveOp(new Kernel(11, 11, mean)).filter(read("collins.jpg"), null));
    }

    private static BufferedImage lit(BufferedImage photo, float light) {
        BufferedImage copy = blank(photo.getWidth(), photo.getHeight());
        copy.createGraphics().drawImage(photo, 0, 0, null);
        return new RescaleOp(light, 0, null).filter(copy, null);
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage read(String name) {
        try {
            return ImageIO.read(Face.class.getResource("photos/" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage photo) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(photo, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
