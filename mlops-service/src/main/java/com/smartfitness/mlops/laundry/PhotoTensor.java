package com.smartfitness.mlops.laundry;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * What a model is given of a photo, by the rules in this module's README that every server of a model follows: the
 * middle square in RGB from 0 to 1, halved while it is at least twice as large as wanted, then made to fit by bilinear
 * interpolation between the centres of pixels.
 */
public final class PhotoTensor {

    private static final int CHANNELS = 3;

    private PhotoTensor() {}

    /**
     * The input for a model that wants so many pixels a side.
     *
     * @return the channels one after the other, each row by row, {@code 3 * side * side} values
     * @throws IOException where the bytes are no picture
     */
    public static float[] of(byte[] photo, int side) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
        if (image == null) {
            throw new IOException("The bytes are no picture in a known format.");
        }
        BufferedImage square = middleSquare(image);
        float[] tensor = new float[CHANNELS * side * side];
        for (int c = 0; c < CHANNELS; c++) {
            Plane plane = Plane.ofChannel(square, 16 - 8 * c);
            while (plane.side() >= 2 * side) {
                plane = plane.halved();
            }
            plane.copyTo(tensor, c * side * side, side);
        }
        return tensor;
    }

    private static BufferedImage middleSquare(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = square.createGraphics();
        graphics.drawImage(
                image, -((image.getWidth() - side) / 2), -((image.getHeight() - side) / 2), Color.WHITE, null);
        graphics.dispose();
        return square;
    }
}
