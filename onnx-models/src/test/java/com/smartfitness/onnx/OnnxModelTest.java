package com.smartfitness.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OnnxModelTest {

    @Test
    void runsWhatWasBuilt() {
        OnnxGraph graph = new OnnxGraph("doubles");
        graph.output("out", graph.node("Mul", graph.input("in", 1, 2), graph.constant(2)), 1, 2);

        try (OnnxModel model = OnnxModel.of(graph.toBytes(new TreeMap<>(Map.of("version", "1"))))) {
            assertThat(model.run(new float[] {1, 2}).of("out")).containsExactly(2, 4);
            assertThat(model.metadata()).containsEntry("version", "1");
        }
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> OnnxModel.of(new byte[] {1, 2, 3})).isInstanceOf(UnusableModelException.class);
    }
}
