package com.smartfitness.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class FaceReaderTest {

    private static final FaceModels models = FaceModels.builtIn();
    private static final FaceDescriptor descriptor = FaceDescriptor.builtIn();
    private static final FaceReader reader = new FaceReader(models, FaceLimits.DEFAULT);

    @AfterAll
    static void close() {
        models.close();
        descriptor.close();
    }

    @Test
    void makesTheSameTemplateOfTheSameFaceInAnotherLight() throws IOException {
        float[] template = template(scene(2));
        float[] darker = template(lit(scene(2), 0.7f));

        assertThat(UnitVectors.cosine(template, template)).isCloseTo(1, within(1e-5));
        assertThat(UnitVectors.cosine(template, darker)).isGreaterThan(0.97);
    }

    @Test
    void refusesAPhotoWithoutAFace() {
        refused(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), FaceFlaw.NO_FACE);
    }

    @Test
    void refusesAPhotoOfTwo() throws IOException {
        BufferedImage one = scene(2);
        BufferedImage two = new BufferedImage(2 * one.getWidth(), one.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = two.createGraphics();
        graphics.drawImage(one, 0, 0, null);
        graphics.drawImage(one, one.getWidth(), 0, null);
        graphics.dispose();

        refused(two, FaceFlaw.SEVERAL_FACES);
    }

    @Test
    void refusesAFaceOfFewPixels() throws IOException {
        refused(scene(1), FaceFlaw.TOO_SMALL);
    }

    @Test
    void refusesAFaceInTheDark() throws IOException {
        refused(lit(scene(2), 0.2f), FaceFlaw.TOO_DARK);
    }

    @Test
    void refusesAFaceOutOfFocus() throws IOException {
        refused(blurred(scene(2), 9, 9), FaceFlaw.TOO_BLURRED);
    }

    @Test
    void refusesAFaceThatWasMoved() throws IOException {
        refused(blurred(scene(2), 17, 1), FaceFlaw.TOO_BLURRED);
    }

    private static float[] template(BufferedImage photo) {
        return reader.template(photo, descriptor, StepTimes.UNTOLD);
    }

    private static void refused(BufferedImage photo, FaceFlaw flaw) {
        assertThatExceptionOfType(UnusableFaceException.class)
                .isThrownBy(() -> template(photo))
                .satisfies(refusal -> assertThat(refusal.flaw()).isEqualTo(flaw));
    }

    private static BufferedImage scene(int times) throws IOException {
        BufferedImage small = ImageIO.read(FaceReaderTest.class.getResourceAsStream("reference/scene.png"));
        BufferedImage large =
                new BufferedImage(times * small.getWidth(), times * small.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = large.createGraphics();
        graphics.drawImage(small, 0, 0, large.getWidth(), large.getHeight(), Color.WHITE, null);
        graphics.dispose();
        return large;
    }

    private static BufferedImage blurred(BufferedImage photo, int width, int height) {
        float[] mean = new float[width * height];
        Arrays.fill(mean, 1f / mean.length);
        return new ConvolveOp(new Kernel(width, height, mean)).filter(photo, null);
    }

    private static BufferedImage lit(BufferedImage photo, float light) {
        return new RescaleOp(light, 0, null).filter(photo, null);
    }
}
