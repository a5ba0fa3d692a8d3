package com.smartfitness.mlops.laundry;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * What a model is given of a photo, by the rules in this module's README that every server of a model follows: the
 * middle square in RGB from 0 to 1, halved while it is at least twice as large as wanted, then made to fit by bilinear
 * interpolation between the centres of pixels. A large photo is decoded in bands, so that none fills the memory.
 */
public final class PhotoTensor {

    private static final int CHANNELS = 3;

    /** Of pixels that are decoded at a time. */
    private static final int BAND = 4_000_000;

    private PhotoTensor() {}

    /**
     * The input for a model that wants so many pixels a side.
     *
     * @return the channels one after the other, each row by row, {@code 3 * side * side} values
     * @throws IOException where the bytes are no picture
     */
    public static float[] of(byte[] photo, int side) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("The bytes are no picture in a known format.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return of(reader, side);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException broken) {
            // Readers fail in many ways on damaged files.
            throw new IOException("The picture cannot be decoded.", broken);
        }
    }

    private static float[] of(ImageReader reader, int side) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int square = Math.min(width, height);
        int block = 1;
        while (square / block >= 2 * side) {
            block *= 2;
        }
        Plane[] means = Plane.empty(CHANNELS, square / block);
        int rows = Math.max(1, BAND / square / block) * block;
        for (int top = 0; top + block <= square; top += rows) {
            int band = Math.min(rows, (square - top) / block * block);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle((width - square) / 2, (height - square) / 2 + top, square, band));
            addMeans(onWhite(reader.read(0, param)), block, means, top / block);
        }
        float[] tensor = new float[CHANNELS * side * side];
        for (int c = 0; c < CHANNELS; c++) {
            means[c].copyTo(tensor, c * side * side, side);
        }
        return tensor;
    }

    private static BufferedImage onWhite(BufferedImage band) {
        BufferedImage rgb = new BufferedImage(band.getWidth(), band.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = rgb.createGraphics();
        graphics.drawImage(band, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return rgb;
    }

    /** Means of blocks, which are what halving again and again comes to; what is left at the edge is left out. */
    private static void addMeans(BufferedImage band, int block, Plane[] means, int firstRow) {
        int side = band.getWidth() / block;
        int[] pixels = new int[band.getWidth() * block];
        for (int row = 0; row < band.getHeight() / block; row++) {
            band.getRGB(0, row * block, band.getWidth(), block, pixels, 0, band.getWidth());
            for (int c = 0; c < CHANNELS; c++) {
                int shift = 16 - 8 * c;
                for (int column = 0; column < side; column++) {
                    int sum = 0;
                    for (int y = 0; y < block; y++) {
                        int at = y * band.getWidth() + column * block;
                        for (int x = 0; x < block; x++) {
                            sum += pixels[at + x] >> shift & 0xFF;
                        }
                    }
                    means[c].set(column, firstRow + row, sum / (255f * block * block));
                }
            }
        }
    }
}
