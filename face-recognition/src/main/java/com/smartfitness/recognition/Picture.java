package com.smartfitness.recognition;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;

/** Pixels, of which parts are looked at in any size and at any angle. Beyond the edge it is black. */
final class Picture implements AutoCloseable {

    private final int width;
    private final int height;
    private final int[] pixels;

    private Picture(int width, int height, int[] pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    /** Copies it; what is transparent becomes white. */
    static Picture of(BufferedImage image) {
        BufferedImage rgb = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return new Picture(
                rgb.getWidth(),
                rgb.getHeight(),
                ((DataBufferInt) rgb.getRaster().getDataBuffer()).getData());
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /**
     * A square of it as networks want it. Where the square is larger than wanted, each value is a mean, so that nothing
     * is skipped.
     *
     * @param side of the result in pixels
     * @return red, green, blue from 0 to 1, each row by row, {@code 3 * side * side} values
     */
    float[] seen(Square square, int side) {
        float[] tensor = new float[3 * side * side];
        double step = square.side() / side;
        // Each look takes in two pixels in each direction.
        int looks = Math.max(1, (int) Math.ceil(step / 2));
        float scale = 1 / (255f * looks * looks);
        float[] colour = new float[3];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                Arrays.fill(colour, 0);
                for (int look = 0; look < looks * looks; look++) {
                    int row = look / looks;
                    int column = look % looks;
                    double across = (x + (column + 0.5) / looks) * step - square.side() / 2;
                    double down = (y + (row + 0.5) / looks) * step - square.side() / 2;
                    addBetween(square.x(across, down) - 0.5, square.y(across, down) - 0.5, colour);
                }
                for (int channel = 0; channel < 3; channel++) {
                    tensor[(channel * side + y) * side + x] = colour[channel] * scale;
                }
            }
        }
        return tensor;
    }

    private void addBetween(double x, double y, float[] colour) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float below = (float) (y - top);
        add(left, top, (1 - right) * (1 - below), colour);
        add(left + 1, top, right * (1 - below), colour);
        add(left, top + 1, (1 - right) * below, colour);
        add(left + 1, top + 1, right * below, colour);
    }

    private void add(int x, int y, float weight, float[] colour) {
        if (x >= 0 && x < width && y >= 0 && y < height) {
            int pixel = pixels[y * width + x];
            colour[0] += weight * (pixel >> 16 & 0xFF);
            colour[1] += weight * (pixel >> 8 & 0xFF);
            colour[2] += weight * (pixel & 0xFF);
        }
    }

    /** Leaves nothing of it in memory. */
    @Override
    public void close() {
        Arrays.fill(pixels, 0);
    }
}
