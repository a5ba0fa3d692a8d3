package com.smartfitness.mlops.laundry;

import com.smartfitness.onnx.NodeSetting;
import com.smartfitness.onnx.OnnxGraph;
import java.util.ArrayList;
import java.util.List;

/**
 * What the model looks at: how strong edges of each direction are in each part of the photo, on three scales, against
 * all edges of the photo and against all edges of that part. Folded things make long level edges, heaps make edges of
 * every direction. Being ratios, the features do not depend on how bright the photo is.
 *
 * <p>They are nodes of the model itself, so training and every server of the model compute the same.
 *
 * @param values name of the features in the graph, shape [1, {@link #COUNT}]
 * @param brightness mean luma, shape [1, 1]
 * @param sharpness mean detail against the brightness, shape [1, 1]
 */
record LaundryFeatures(String values, String brightness, String sharpness) {

    /** Pixels of the photo's side as the model wants it. */
    static final int SIDE = 128;

    private static final int SCALES = 3;
    private static final int GRID = 4;
    private static final double[][] FILTERS = {
        {-1, -2, -1, 0, 0, 0, 1, 2, 1},
        {-1, 0, 1, -2, 0, 2, -1, 0, 1},
        {-2, -1, 0, -1, 0, 1, 0, 1, 2},
        {0, 1, 2, -1, 0, 1, -2, -1, 0},
        {0, 1, 0, 1, -4, 1, 0, 1, 0}
    };
    private static final int DETAIL = FILTERS.length - 1;

    /** How many features there are. */
    static final int COUNT = SCALES * 2 * FILTERS.length * GRID * GRID;

    // Keeps noise on an even surface from counting as edges.
    private static final double FLOOR = 0.02;

    static LaundryFeatures addTo(OnnxGraph graph) {
        String image = graph.input("image", 1, 3, SIDE, SIDE);
        String luma = graph.node("Conv", image, graph.constant(new long[] {1, 3, 1, 1}, 0.299, 0.587, 0.114));
        String brightness = mean(graph, luma, 1, 2, 3);
        String filters = filters(graph);
        List<String> parts = new ArrayList<>();
        String plane = luma;
        String detail = luma;
        for (int scale = 0; scale < SCALES; scale++) {
            String cells = cells(graph, plane, filters, SIDE >> scale);
            parts.add(flat(graph, ratio(graph, cells, mean(graph, cells, 1, 2, 3))));
            parts.add(flat(graph, ratio(graph, cells, mean(graph, cells, 1))));
            if (scale == 1) {
                detail = detail(graph, cells);
            }
            plane = pooled(graph, plane, 2);
        }
        String values = graph.node("Concat", List.of(NodeSetting.number("axis", 1)), parts.toArray(String[]::new));
        return new LaundryFeatures(values, flat(graph, brightness), flat(graph, ratio(graph, detail, brightness)));
    }

    private static String filters(OnnxGraph graph) {
        double[] all = new double[FILTERS.length * 9];
        for (int i = 0; i < FILTERS.length; i++) {
            System.arraycopy(FILTERS[i], 0, all, i * 9, 9);
        }
        return graph.constant(new long[] {FILTERS.length, 1, 3, 3}, all);
    }

    private static String cells(OnnxGraph graph, String plane, String filters, int side) {
        String edges = graph.node("Abs", graph.node("Conv", plane, filters));
        return pooled(graph, edges, (side - 2) / GRID);
    }

    private static String detail(OnnxGraph graph, String cells) {
        String detail = graph.node("Gather", List.of(NodeSetting.number("axis", 1)), cells, graph.integers(DETAIL));
        return mean(graph, detail, 1, 2, 3);
    }

    private static String pooled(OnnxGraph graph, String plane, int size) {
        return graph.node(
                "AveragePool",
                List.of(NodeSetting.numbers("kernel_shape", size, size), NodeSetting.numbers("strides", size, size)),
                plane);
    }

    private static String mean(OnnxGraph graph, String value, long... axes) {
        return graph.node("ReduceMean", List.of(NodeSetting.numbers("axes", axes)), value);
    }

    private static String ratio(OnnxGraph graph, String part, String whole) {
        return graph.node("Div", part, graph.node("Add", whole, graph.constant(FLOOR)));
    }

    private static String flat(OnnxGraph graph, String value) {
        return graph.node("Flatten", value);
    }
}
