package com.smartfitness.helper.judgement;

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
 * What a model is given of a photo, by the rules of mlops-service, which trains on the same: the middle square in RGB
 * from 0 to 1, halved while it is at least twice as large as wanted, then made to fit by bilinear interpolation between
 * the centres of pixels.
 */
final class PhotoTensor {

    private PhotoTensor() {}

    /**
     * The input for a model.
     *
     * @return red, green, blue, each row by row, {@code 3 * height * width} values
     * @throws IOException where the bytes are no whole picture
     */
    static float[] of(byte[] photo, int height, int width) throws IOException {
        BufferedImage square = middleSquare(photo);
        int block = 1;
        while (square.getWidth() / block >= 2 * Math.max(height, width)) {
            block *= 2;
        }
        return Plane.fitted(means(square, block), height, width);
    }

    private static BufferedImage middleSquare(byte[] photo) throws IOException {
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("No picture in a known format");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return reader.read(0, middleSquare(reader));
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException broken) {
            // Readers fail in many ways on damaged files.
            throw new IOException("The picture cannot be decoded", broken);
        }
    }

    private static ImageReadParam middleSquare(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int side = Math.min(width, height);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        return param;
    }

    /** Means of blocks, which are what halving again and again comes to; what is left at the edge is left out. */
    private static Plane[] means(BufferedImage square, int block) {
        int side = square.getWidth() / block;
        float[][] sums = new float[3][side * side];
        BufferedImage band = new BufferedImage(square.getWidth(), block, BufferedImage.TYPE_INT_RGB);
        int[] pixels = new int[square.getWidth() * block];
        for (int row = 0; row < side; row++) {
            Graphics2D graphics = band.createGraphics();
            graphics.drawImage(square, 0, -row * block, Color.WHITE, null);
            graphics.dispose();
            band.getRGB(0, 0, square.getWidth(), block, pixels, 0, square.getWidth());
            for (int y = 0; y < block; y++) {
                for (int x = 0; x < side * block; x++) {
                    int pixel = pixels[y * square.getWidth() + x];
                    int at = row * side + x / block;
                    sums[0][at] += pixel >> 16 & 0xFF;
                    sums[1][at] += pixel >> 8 & 0xFF;
                    sums[2][at] += pixel & 0xFF;
                }
            }
        }
        float scale = 1f / (255f * block * block);
        return new Plane[] {
            new Plane(sums[0], side, scale), new Plane(sums[1], side, scale), new Plane(sums[2], side, scale)
        };
    }
}
