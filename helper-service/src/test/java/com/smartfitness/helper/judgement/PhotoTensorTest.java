package com.smartfitness.helper.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.smartfitness.helper.site.Photos;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The examples are those of the rules, worked out by hand. */
class PhotoTensorTest {

    private static final Offset<Float> ROUNDING = within(1e-5f);

    @Test
    void laysOutChannelByChannel() throws IOException {
        float[] tensor = PhotoTensor.of(png(2, 2, (x, y) -> 0xFF8000), 2, 2);

        assertThat(tensor)
                .containsExactly(new float[] {1, 1, 1, 1, .50196f, .50196f, .50196f, .50196f, 0, 0, 0, 0}, ROUNDING);
    }

    @Test
    void takesTheMiddleSquare() throws IOException {
        float[] tensor = PhotoTensor.of(png(7, 2, (x, y) -> x == 2 || x == 3 ? 0xFFFFFF : 0), 2, 2);

        assertThat(tensor).containsOnly(new float[] {1}, ROUNDING);
    }

    @Test
    void meansBlocksWhereThePhotoIsMuchLarger() throws IOException {
        float[] tensor = PhotoTensor.of(png(9, 9, (x, y) -> x < 4 && (x + y) % 2 == 0 ? 0xFFFFFF : 0), 2, 2);

        assertThat(Arrays.copyOf(tensor, 4)).containsExactly(new float[] {.5f, 0, .5f, 0}, ROUNDING);
    }

    @Test
    void interpolatesBetweenCentresOfPixels() throws IOException {
        float[] tensor = PhotoTensor.of(png(3, 3, (x, y) -> new Color(x * 100, x * 100, x * 100).getRGB()), 2, 2);

        assertThat(Arrays.copyOf(tensor, 2)).containsExactly(new float[] {25 / 255f, 175 / 255f}, ROUNDING);
    }

    @Test
    void refusesWhatCannotBeDecoded() {
        byte[] photo = Photos.png(100, 100);

        assertThatThrownBy(() -> PhotoTensor.of(Arrays.copyOf(photo, 60), 64, 64))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PhotoTensor.of(new byte[100], 64, 64)).isInstanceOf(IOException.class);
    }

    private static byte[] png(int width, int height, IntBinaryOperator colour) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, colour.applyAsInt(x, y));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
