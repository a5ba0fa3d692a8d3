package com.smartfitness.mlops.laundry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The rules that servers of a model follow; what is expected here may be expected of them. */
class PhotoTensorTest {

    private static final int RED = 0xFF0000;
    private static final int GREEN = 0x00FF00;
    private static final int BLUE = 0x0000FF;

    @Test
    void putsChannelsOneAfterTheOther() throws IOException {
        byte[] photo = png(2, 2, (x, y) -> y == 0 ? RED : x == 0 ? GREEN : BLUE);

        assertThat(PhotoTensor.of(photo, 2)).containsExactly(1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    }

    @Test
    void takesTheMiddleSquare() throws IOException {
        byte[] photo = png(5, 2, (x, y) -> x == 1 || x == 2 ? RED : BLUE);

        assertThat(PhotoTensor.of(photo, 2)).containsExactly(1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void averagesWhatIsTwiceAsLarge() throws IOException {
        byte[] photo = png(4, 4, (x, y) -> x % 2 == 0 && y % 2 == 0 ? RED : 0);

        assertThat(PhotoTensor.of(photo, 2)).startsWith(0.25f, 0.25f, 0.25f, 0.25f);
    }

    @Test
    void interpolatesBetweenTheCentresOfPixels() throws IOException {
        byte[] photo = png(3, 3, (x, y) -> x == 0 ? RED : 0);

        assertThat(PhotoTensor.of(photo, 2)).startsWith(0.75f, 0, 0.75f, 0);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> PhotoTensor.of("<svg/>".getBytes(StandardCharsets.UTF_8), 2))
                .isInstanceOf(IOException.class);
    }

    private static byte[] png(int width, int height, IntBinaryOperator colour) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
