package com.smartfitness.recognition.conversion;

import com.smartfitness.onnx.OnnxGraph;
import com.smartfitness.recognition.conversion.Layers.Edge;

/** FaceLandmark68Net: four blocks of layers in each of which every layer hears all before it. */
final class Landmarks {

    private static final int SIDE = 112;
    private static final int POINTS = 68;
    private static final int BLOCKS = 4;

    private Landmarks() {}

    static OnnxGraph of(WeightFiles weights) {
        OnnxGraph graph = new OnnxGraph("face-landmarks");
        Layers layers = new Layers(graph, weights);
        String value = layers.picture(SIDE, 122.782, 117.001, 104.298);
        for (int block = 0; block < BLOCKS; block++) {
            value = dense(layers, value, block);
        }
        String features = graph.node("Flatten", layers.mean(value, 7, 2));
        String points = graph.node(
                "Add", graph.node("MatMul", features, layers.weight("fc/weights")), layers.weight("fc/bias"));
        graph.output("points", graph.node("Reshape", points, graph.integers(POINTS, 2)), POINTS, 2);
        return graph;
    }

    private static String dense(Layers layers, String value, int block) {
        String name = "dense" + block + "/conv";
        String sum = layers.rectified(
                block == 0
                        ? layers.convolution(value, name + 0, 2, Edge.SAME_UPPER)
                        : layers.separable(value, name + 0, 2));
        String heard = sum;
        for (int layer = 1; layer < 4; layer++) {
            sum = layers.graph().node("Add", sum, layers.separable(heard, name + layer, 1));
            heard = layers.rectified(sum);
        }
        return heard;
    }
}
