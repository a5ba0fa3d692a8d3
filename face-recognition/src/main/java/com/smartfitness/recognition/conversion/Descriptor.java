package com.smartfitness.recognition.conversion;

import com.smartfitness.onnx.NodeSetting;
import com.smartfitness.onnx.OnnxGraph;
import com.smartfitness.recognition.conversion.Layers.Edge;
import java.util.List;

/** FaceRecognitionNet: dlib's residual network of 29 layers, which makes 128 numbers of a face. */
final class Descriptor {

    private static final int SIDE = 150;
    private static final int DIMENSIONS = 128;

    private final Layers layers;
    private final OnnxGraph graph;

    private Descriptor(Layers layers) {
        this.layers = layers;
        this.graph = layers.graph();
    }

    static OnnxGraph of(WeightFiles weights) {
        OnnxGraph graph = new OnnxGraph("face-descriptor");
        new Descriptor(new Layers(graph, weights)).add();
        return graph;
    }

    private void add() {
        String picture = layers.picture(SIDE, 122.782, 117.001, 104.298);
        String value = layers.rectified(scaled(picture, "conv32_down", 2, Edge.VALID));
        value = layers.largest(value, 3, 2, Edge.VALID);
        value = residual(residual(residual(value, "conv32_1"), "conv32_2"), "conv32_3");
        // Sides: 35, 17, 8, 3, 1; halving by means leaves 17, 8, 4, 2, to which the other branch is filled up.
        value = smaller(value, "conv64_down", 32, 0);
        value = residual(residual(residual(value, "conv64_1"), "conv64_2"), "conv64_3");
        value = smaller(value, "conv128_down", 64, 0);
        value = residual(residual(value, "conv128_1"), "conv128_2");
        value = smaller(value, "conv256_down", 128, 1);
        value = residual(residual(value, "conv256_1"), "conv256_2");
        value = smaller(value, "conv256_down_out", 0, 1);
        String means = graph.node(
                "ReduceMean", List.of(NodeSetting.numbers("axes", 2, 3), NodeSetting.number("keepdims", 0)), value);
        graph.output("descriptor", graph.node("MatMul", means, layers.weight("fc")), 1, DIMENSIONS);
    }

    private String residual(String input, String name) {
        String value = layers.rectified(scaled(input, name + "/conv1", 1, Edge.SAME_UPPER));
        return layers.rectified(graph.node("Add", scaled(value, name + "/conv2", 1, Edge.SAME_UPPER), input));
    }

    /**
     * Half as high and wide.
     *
     * @param channels how many more come out than go in
     * @param rows of zeros that are put below and right of what has been filtered
     */
    private String smaller(String input, String name, int channels, int rows) {
        String filtered = layers.rectified(scaled(input, name + "/conv1", 2, Edge.VALID));
        filtered = padded(scaled(filtered, name + "/conv2", 1, Edge.SAME_UPPER), 0, rows);
        return layers.rectified(graph.node("Add", padded(layers.mean(input, 2, 2), channels, 0), filtered));
    }

    private String padded(String value, int channels, int rows) {
        return channels + rows == 0
                ? value
                : graph.node("Pad", value, graph.integers(0, 0, 0, 0, 0, channels, rows, rows));
    }

    private String scaled(String input, String name, int stride, Edge edge) {
        String value = layers.convolution(input, name + "/conv", stride, edge);
        value = graph.node("Mul", value, layers.perChannel(name + "/scale/weights"));
        return graph.node("Add", value, layers.perChannel(name + "/scale/biases"));
    }
}
