package com.smartfitness.mlops.laundry.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LaundryPhotosTest {

    @ParameterizedTest
    @EnumSource
    void drawsTheSamePhotoAgain(Shown shown) {
        byte[] photo = LaundryPhotos.jpeg(shown, Taken.WELL, 7, 200);

        assertThat(LaundryPhotos.jpeg(shown, Taken.WELL, 7, 200)).isEqualTo(photo);
        assertThat(LaundryPhotos.jpeg(shown, Taken.WELL, 8, 200)).isNotEqualTo(photo);
    }

    @Test
    void drawsJpegsOfTheWantedSize() throws Exception {
        byte[] photo = LaundryPhotos.jpeg(Shown.MESSY, Taken.WELL, 1, 320);

        assertThat(photo).startsWith(0xFF, 0xD8, 0xFF);
        assertThat(read(photo).getWidth()).isEqualTo(320);
        assertThat(read(photo).getHeight()).isEqualTo(240);
    }

    @Test
    void showsNextToNothingInTheDark() throws Exception {
        byte[] photo = LaundryPhotos.jpeg(Shown.TIDY, Taken.IN_THE_DARK, 1, 200);

        assertThat(ImageIO.read(new ByteArrayInputStream(photo)).getRGB(100, 10) & 0xFF)
                .isLessThan(60);
    }

    private static BufferedImage read(byte[] photo) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(photo));
    }
}
