package com.smartfitness.recognition.conversion;

import com.smartfitness.onnx.NodeSetting;
import com.smartfitness.onnx.OnnxGraph;
import com.smartfitness.recognition.conversion.Layers.Edge;
import java.util.List;

/**
 * TinyFaceDetector: like Tiny YOLO v2 with separable filters. Of each of 13 by 13 cells five shapes are asked whether
 * they are a face, and where exactly.
 */
final class Detector {

    private static final int SIDE = 416;
    private static final int CELLS = 13;
    private static final int ALL_CELLS = CELLS * CELLS;
    private static final int SHAPES = 5;
    private static final int BOXES = SHAPES * ALL_CELLS;
    private static final int SEPARABLE_LAYERS = 5;
    /** Width and height of each shape, in cells. */
    private static final double[] SHAPE_SIZES = {
        1.603231, 2.094468, 6.041143, 7.080126, 2.882459, 3.518061, 4.266906, 5.178857, 9.041765, 10.66308
    };

    private Detector() {}

    static OnnxGraph of(WeightFiles weights) {
        OnnxGraph graph = new OnnxGraph("face-detector");
        Layers layers = new Layers(graph, weights);
        String picture = layers.picture(SIDE, 117.001, 114.697, 97.404);
        String value = layers.leaky(layers.convolution(picture, "conv0", 1, Edge.VALID));
        for (int layer = 1; layer <= SEPARABLE_LAYERS; layer++) {
            value = layers.largest(value, 2, 2, Edge.SAME_UPPER);
            value = layers.leaky(layers.separable(value, "conv" + layer, 1));
        }
        value = layers.largest(value, 2, 1, Edge.SAME_UPPER);
        addBoxes(graph, layers.convolution(value, "conv8", 1, Edge.VALID));
        return graph;
    }

    private static void addBoxes(OnnxGraph graph, String value) {
        String cells = graph.node("Reshape", value, graph.integers(SHAPES, 5, ALL_CELLS));
        String centres = graph.node("Add", graph.node("Sigmoid", part(graph, cells, 0, 1)), corners(graph));
        String sizes = graph.node(
                "Mul",
                graph.node("Exp", part(graph, cells, 2, 3)),
                graph.constant(new long[] {SHAPES, 2, 1}, SHAPE_SIZES));
        String boxes = graph.node("Concat", List.of(NodeSetting.number("axis", 1)), centres, sizes);
        String relative = graph.node("Div", boxes, graph.constant(CELLS));
        String rows = graph.node("Transpose", List.of(NodeSetting.numbers("perm", 0, 2, 1)), relative);
        graph.output("boxes", graph.node("Reshape", rows, graph.integers(BOXES, 4)), BOXES, 4);
        String scores = graph.node("Sigmoid", part(graph, cells, 4));
        graph.output("scores", graph.node("Reshape", scores, graph.integers(BOXES)), BOXES);
    }

    private static String part(OnnxGraph graph, String cells, long... numbers) {
        return graph.node("Gather", List.of(NodeSetting.number("axis", 1)), cells, graph.integers(numbers));
    }

    /** Left and upper corner of each cell. */
    private static String corners(OnnxGraph graph) {
        double[] corners = new double[2 * ALL_CELLS];
        for (int cell = 0; cell < ALL_CELLS; cell++) {
            int row = cell / CELLS;
            corners[cell] = cell % CELLS;
            corners[ALL_CELLS + cell] = row;
        }
        return graph.constant(new long[] {1, 2, ALL_CELLS}, corners);
    }
}
