package com.smartfitness.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The converted networks compute what the original ones do; see src/test/reference. */
class OriginalNetworksTest {

    private static final JsonNode EXPECTED = JsonMapper.shared().readTree(file("reference.json"));

    @AutoClose
    private final FaceModels models = FaceModels.builtIn();

    @Test
    void findsTheSameFaces() throws IOException {
        List<FoundFace> found = models.detector().faces(doubled("scene.png"), 1, 0.3);

        JsonNode faces = EXPECTED.get("faces");
        assertThat(found).hasSameSizeAs(faces);
        for (int i = 0; i < found.size(); i++) {
            FoundFace face = found.get(i);
            assertThat(new double[] {face.score(), face.x(), face.y(), face.width(), face.height()})
                    .containsExactly(numbers(faces.get(i)), within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"collins", "hopper"})
    void findsTheSameLandmarks(String person) throws IOException {
        float[] points = models.aligner().points(seen(person + "-112.png", FaceAligner.SIDE));

        JsonNode expected = EXPECTED.get(person).get("landmarks");
        assertThat(points).hasSize(2 * expected.size());
        for (int point = 0; point < expected.size(); point++) {
            assertThat((double) points[2 * point])
                    .isCloseTo(expected.get(point).get(0).asDouble(), within(1e-4));
            assertThat((double) points[2 * point + 1])
                    .isCloseTo(expected.get(point).get(1).asDouble(), within(1e-4));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"collins", "hopper"})
    void makesTheSameDescriptors(String person) throws IOException {
        float[] template;
        try (FaceDescriptor descriptor = FaceDescriptor.builtIn()) {
            template = descriptor.template(seen(person + "-150.png", 150));
        }

        double[] expected = numbers(EXPECTED.get(person).get("descriptor"));
        float[] original = new float[expected.length];
        for (int i = 0; i < original.length; i++) {
            original[i] = (float) expected[i];
        }
        assertThat(UnitVectors.cosine(template, UnitVectors.normalised(original)))
                .isGreaterThan(0.99999);
    }

    private static float[] seen(String name, int side) throws IOException {
        Picture picture = Picture.of(ImageIO.read(file(name)));
        double whole = picture.width();
        return picture.seen(new Square(whole / 2, whole / 2, whole, 0), side);
    }

    /** Each pixel four times, as in the original's run. */
    private static float[] doubled(String name) throws IOException {
        int half = FaceDetector.SIDE / 2;
        float[] small = seen(name, half);
        float[] image = new float[4 * small.length];
        for (int i = 0; i < image.length; i++) {
            int column = i % FaceDetector.SIDE;
            int row = i / FaceDetector.SIDE;
            image[i] = small[row / 2 * half + column / 2];
        }
        return image;
    }

    private static double[] numbers(JsonNode values) {
        return values.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static InputStream file(String name) {
        return OriginalNetworksTest.class.getResourceAsStream("reference/" + name);
    }
}
