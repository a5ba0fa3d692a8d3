package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.Sha256;
import com.smartfitness.onnx.OnnxGraph;
import com.smartfitness.onnx.OnnxModel;
import java.io.IOException;
import java.util.TreeMap;

/** Runs that part of the model which does not learn. Threads may share it. */
public final class FeatureExtractor implements AutoCloseable {

    static final String VALUES = "features";
    static final String BRIGHTNESS = "brightness";
    static final String SHARPNESS = "sharpness";

    private final OnnxModel model;
    private final String version;

    public FeatureExtractor() {
        OnnxGraph graph = new OnnxGraph("laundry-features");
        LaundryFeatures features = LaundryFeatures.addTo(graph);
        graph.output(VALUES, features.values(), 1, LaundryFeatures.COUNT);
        graph.output(BRIGHTNESS, features.brightness(), 1, 1);
        graph.output(SHARPNESS, features.sharpness(), 1, 1);
        byte[] file = graph.toBytes(new TreeMap<>());
        this.version = Sha256.of(file).substring(0, 12);
        this.model = OnnxModel.of(file);
    }

    /** Names what it computes: features of different versions are not to be learnt from together. */
    public String version() {
        return version;
    }

    /** Looks at a picture. */
    public PhotoFeatures see(LaundryPicture picture) {
        return PhotoFeatures.of(model.run(picture.tensor()));
    }

    /**
     * Looks at a photo.
     *
     * @throws IOException where the bytes are no picture
     */
    SeenPhoto see(LaundryLabel label, byte[] photo) throws IOException {
        return new SeenPhoto(label, PhotoFeatures.of(model.run(PhotoTensor.of(photo, LaundryFeatures.SIDE))));
    }

    @Override
    public void close() {
        model.close();
    }
}
