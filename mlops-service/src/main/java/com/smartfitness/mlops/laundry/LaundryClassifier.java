package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.onnx.OnnxModel;
import java.io.IOException;

/** A finished model at work, on the same path as where it is served. Threads may share it. */
public final class LaundryClassifier implements AutoCloseable {

    private final OnnxModel model;

    /** Loads the model; the caller closes it. */
    public LaundryClassifier(byte[] file) {
        this.model = OnnxModel.of(file);
    }

    /**
     * What the model makes of a photo.
     *
     * @throws IOException where the bytes are no picture
     */
    public Opinion judge(byte[] photo) throws IOException {
        float[] probabilities =
                model.run(PhotoTensor.of(photo, LaundryFeatures.SIDE)).of("probabilities");
        LaundryLabel best = LaundryLabel.GOOD;
        for (LaundryLabel label : LaundryLabel.values()) {
            best = probabilities[label.position()] > probabilities[best.position()] ? label : best;
        }
        return new Opinion(best, probabilities[best.position()]);
    }

    @Override
    public void close() {
        model.close();
    }

    /**
     * The likelier label.
     *
     * @param confidence its probability, 0.5 to 1
     */
    public record Opinion(LaundryLabel label, double confidence) {}
}
