package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.onnx.OnnxGraph;
import com.smartfitness.mlops.onnx.OnnxModel;
import java.io.IOException;
import java.util.TreeMap;

/** Runs that part of the model which does not learn. Threads may share it. */
final class FeatureExtractor implements AutoCloseable {

    static final String VALUES = "features";
    static final String BRIGHTNESS = "brightness";
    static final String SHARPNESS = "sharpness";

    private final OnnxModel model;

    FeatureExtractor() {
        OnnxGraph graph = new OnnxGraph("laundry-features");
        LaundryFeatures features = LaundryFeatures.addTo(graph);
        graph.output(VALUES, features.values(), 1, LaundryFeatures.COUNT);
        graph.output(BRIGHTNESS, features.brightness(), 1, 1);
        graph.output(SHARPNESS, features.sharpness(), 1, 1);
        this.model = OnnxModel.of(graph.toBytes(new TreeMap<>()));
    }

    /**
     * Looks at a photo.
     *
     * @throws IOException where the bytes are no picture
     */
    SeenPhoto see(LaundryLabel label, byte[] photo) throws IOException {
        return new SeenPhoto(label, model.run(PhotoTensor.of(photo, LaundryFeatures.SIDE)));
    }

    @Override
    public void close() {
        model.close();
    }
}
