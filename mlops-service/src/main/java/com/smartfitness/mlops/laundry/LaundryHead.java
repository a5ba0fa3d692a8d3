package com.smartfitness.mlops.laundry;

import com.smartfitness.onnx.NodeSetting;
import com.smartfitness.onnx.OnnxGraph;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.math.la.DenseMatrix;

/** What was learnt: the part of the model behind the features, with their standardisation folded into its weights. */
final class LaundryHead {

    private static final int LABELS = LaundryLabel.values().length;

    private final double[] weights = new double[LABELS * LaundryFeatures.COUNT];
    private final double[] offsets = new double[LABELS];
    private final Clarity clarity;

    LaundryHead(LinearSGDModel model, Standardisation standard, Clarity clarity) {
        this.clarity = clarity;
        DenseMatrix learnt = model.getWeightsCopy();
        for (LaundryLabel label : LaundryLabel.values()) {
            int to = label.position();
            int from = model.getOutputIDInfo().getID(new Label(label.text()));
            for (int i = 0; i < LaundryFeatures.COUNT; i++) {
                double weight = learnt.get(from, model.getFeatureIDMap().getID(LaundryTrainer.name(i)));
                weights[to * LaundryFeatures.COUNT + i] = standard.weight(weight, i);
                offsets[to] += standard.offset(weight, i);
            }
            // Weighed down with all the rest where a photo is not clear: what leans to neither side is undecided.
            offsets[to] += learnt.get(from, LaundryFeatures.COUNT);
        }
    }

    /** The whole model, from the photo to the probabilities. */
    OnnxGraph graph() {
        OnnxGraph graph = new OnnxGraph("laundry");
        LaundryFeatures features = LaundryFeatures.addTo(graph);
        String evidence = graph.node(
                "Gemm",
                List.of(NodeSetting.number("transB", 1)),
                features.values(),
                graph.constant(new long[] {LABELS, LaundryFeatures.COUNT}, weights),
                graph.constant(new long[] {LABELS}, offsets));
        String scores = graph.node("Mul", evidence, clarity.addTo(graph, features));
        graph.output("probabilities", graph.node("Softmax", scores), 1, LABELS);
        return graph;
    }
}
