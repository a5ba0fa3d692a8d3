package com.smartfitness.bench.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A JPEG as large as a phone takes them: 4000 by 3000 pixels with noise, a little below 5 MB. */
public final class PhonePhoto {

    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int LARGEST = 4_900_000;

    private PhonePhoto() {}

    public static byte[] draw() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int level = 90 + 60 * (y / 100 % 2) + random.nextInt(24);
                picture.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        for (float quality = 0.95f; ; quality -= 0.05f) {
            byte[] photo = encoded(picture, quality);
            if (photo.length <= LARGEST) {
                return photo;
            }
        }
    }

    private static byte[] encoded(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
