package com.smartfitness.photo;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The pixels of a photo that has been taken in, the right way up. */
public final class DecodedPhoto {

    private DecodedPhoto() {}

    /**
     * Decodes it.
     *
     * @param enough of a larger photo only every second, third ... pixel is taken, as long as its longer side has still
     *     this many
     * @throws PhotoNotAcceptedException where it is cut off or damaged behind its header
     */
    public static BufferedImage of(CleanPhoto photo, int enough) {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(photo.format().name()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(photo.bytes()))) {
            reader.setInput(input, true, true);
            ImageReadParam param = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / enough);
            param.setSourceSubsampling(every, every, 0, 0);
            return upright(reader.read(0, param), orientation(photo));
        } catch (IOException | RuntimeException broken) {
            // Readers fail in many ways on damaged files.
            throw PhotoNotAcceptedException.unreadable();
        } finally {
            reader.dispose();
        }
    }

    private static int orientation(CleanPhoto photo) {
        if (photo.format() != PhotoFormat.JPEG) {
            return ExifOrientation.UPRIGHT;
        }
        ByteBuffer segments = ByteBuffer.wrap(photo.bytes()).position(2);
        // Application data come first: FF, a marker from E0 to EF, and the length of the rest.
        while ((segments.getShort(segments.position()) & 0xFFF0) == 0xFFE0) {
            int marker = segments.getShort() & 0xFFFF;
            int length = segments.getShort(segments.position()) & 0xFFFF;
            if (marker == 0xFFE1) {
                return ExifOrientation.of(segments.slice(segments.position() + 2, length - 2));
            }
            segments.position(segments.position() + length);
        }
        return ExifOrientation.UPRIGHT;
    }

    /** From 5 on width and height change places; each value says where its first row and column belong. */
    private static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return image;
        }
        int width = image.getWidth();
        int height = image.getHeight();
        double[] matrix = switch (orientation) {
            case 2 -> new double[] {-1, 0, 0, 1, width, 0};
            case 3 -> new double[] {-1, 0, 0, -1, width, height};
            case 4 -> new double[] {1, 0, 0, -1, 0, height};
            case 5 -> new double[] {0, 1, 1, 0, 0, 0};
            case 6 -> new double[] {0, 1, -1, 0, height, 0};
            case 7 -> new double[] {0, -1, -1, 0, height, width};
            default -> new double[] {0, -1, 1, 0, 0, width};
        };
        boolean turned = orientation >= 5;
        BufferedImage result =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.drawImage(image, new AffineTransform(matrix), null);
        graphics.dispose();
        return result;
    }
}
