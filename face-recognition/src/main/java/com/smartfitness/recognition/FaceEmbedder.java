package com.smartfitness.recognition;

import com.smartfitness.onnx.OnnxModel;

/** Makes a template of an aligned face: {@code image} to {@code descriptor}, of which the direction counts. */
final class FaceEmbedder {

    private final OnnxModel model;
    private final int side;

    FaceEmbedder(OnnxModel model) {
        this.model = model;
        this.side = (int) model.inputShape()[3];
    }

    /** Pixels in a row of the aligned face. */
    int side() {
        return side;
    }

    /** A vector of length 1. */
    float[] template(float[] image) {
        return UnitVectors.normalised(model.run(image).of("descriptor"));
    }
}
