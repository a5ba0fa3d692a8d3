package com.smartfitness.bench.photo;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.SplittableRandom;

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
            byte[] photo = Jpeg.of(picture, quality);
            if (photo.length <= LARGEST) {
                return photo;
            }
        }
    }
}
