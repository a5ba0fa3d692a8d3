package com.smartfitness.mlops.laundry;

import com.smartfitness.onnx.OnnxModel;
import java.io.IOException;
import java.util.Map;

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
        return judge(PhotoTensor.of(photo, LaundryFeatures.SIDE));
    }

    Opinion judge(LaundryPicture picture) {
        return judge(picture.tensor());
    }

    private Opinion judge(float[] tensor) {
        float[] probabilities = model.run(tensor).of("probabilities");
        LaundryLabel best = LaundryLabel.GOOD;
        for (LaundryLabel label : LaundryLabel.values()) {
            best = probabilities[label.position()] > probabilities[best.position()] ? label : best;
        }
        return new Opinion(best, probabilities[best.position()]);
    }

    /** What the file says of itself. */
    Map<String, String> metadata() {
        return model.metadata();
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
