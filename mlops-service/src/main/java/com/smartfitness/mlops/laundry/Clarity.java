package com.smartfitness.mlops.laundry;

import com.smartfitness.onnx.OnnxGraph;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much a photo has to say, 0 to 1: full from what nearly all photos learnt from reach, nothing at half of that.
 * What the features say is multiplied by it, so that a dark or blurred photo leaves the model undecided.
 *
 * @param brightness from which a photo is bright enough
 * @param sharpness from which a photo is sharp enough
 */
record Clarity(double brightness, double sharpness) {

    private static final double NEARLY_ALL = 0.03;

    static Clarity of(List<SeenPhoto> photos) {
        return new Clarity(low(photos, SeenPhoto::brightness), low(photos, SeenPhoto::sharpness));
    }

    double of(SeenPhoto photo) {
        return share(photo.brightness(), brightness) * share(photo.sharpness(), sharpness);
    }

    /** The same as a value of the graph, shape [1, 1]. */
    String addTo(OnnxGraph graph, LaundryFeatures features) {
        return graph.node(
                "Mul", share(graph, features.brightness(), brightness), share(graph, features.sharpness(), sharpness));
    }

    private static double share(double value, double enough) {
        return Math.clamp(2 / enough * value - 1, 0, 1);
    }

    private static String share(OnnxGraph graph, String value, double enough) {
        String line = graph.node("Add", graph.node("Mul", value, graph.constant(2 / enough)), graph.constant(-1));
        return graph.node("Clip", line, graph.constant(0), graph.constant(1));
    }

    private static double low(List<SeenPhoto> photos, ToDoubleFunction<SeenPhoto> of) {
        double[] sorted = photos.stream().mapToDouble(of).sorted().toArray();
        return sorted[(int) (NEARLY_ALL * sorted.length)];
    }
}
