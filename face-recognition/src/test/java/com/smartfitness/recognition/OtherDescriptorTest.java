package com.smartfitness.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.smartfitness.onnx.NodeSetting;
import com.smartfitness.onnx.OnnxGraph;
import com.smartfitness.onnx.UnusableModelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A descriptor model of another make: here the mean of each colour, of a face of 64 by 64 pixels. */
class OtherDescriptorTest {

    private static final Map<String, String> VERSION = Map.of("version", "colours-3");

    @Test
    void looksAtTheSameFaceAsTheOneThatComesAlong() throws Exception {
        try (FaceModels models = FaceModels.builtIn();
                FaceDescriptor colours = FaceDescriptor.of(colours("image", "descriptor", VERSION));
                FaceDescriptor usual = FaceDescriptor.builtIn()) {
            FaceReader reader = new FaceReader(models, new FaceLimits(0.3, 1, 10, 0, 1));
            var photo = ImageIO.read(OtherDescriptorTest.class.getResourceAsStream("reference/scene.png"));

            List<float[]> templates = reader.templates(photo, List.of(colours, usual), StepTimes.UNTOLD);

            assertThat(colours.version()).isEqualTo("colours-3");
            assertThat(colours.dimension()).isEqualTo(3);
            assertThat(templates.getFirst()).hasSize(3);
            assertThat(templates.getFirst()[0])
                    .as("red, which skin is above all")
                    .isGreaterThan(templates.getFirst()[2]);
            assertThat(templates.getLast()).as("of the model that comes along").hasSize(usual.dimension());
        }
    }

    @Test
    void isRefusedWhereItDoesNotKeepToTheContract() {
        refused(colours("picture", "descriptor", VERSION), "picture");
        refused(colours("image", "embedding", VERSION), "embedding");
        refused(colours("image", "descriptor", Map.of()), "version");
        refused("no model".getBytes(StandardCharsets.UTF_8), "not a model");
    }

    private static void refused(byte[] file, String reason) {
        assertThatExceptionOfType(UnusableModelException.class)
                .isThrownBy(() -> FaceDescriptor.of(file))
                .withMessageContaining(reason);
    }

    private static byte[] colours(String input, String output, Map<String, String> metadata) {
        OnnxGraph graph = new OnnxGraph("colours");
        String image = graph.input(input, 1, 3, 64, 64);
        List<NodeSetting> means = List.of(NodeSetting.numbers("axes", 2, 3), NodeSetting.number("keepdims", 0));
        graph.output(output, graph.node("ReduceMean", means, image), 1, 3);
        return graph.toBytes(new TreeMap<>(metadata));
    }
}
