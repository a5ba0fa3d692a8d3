package com.smartfitness.recognition;

import com.smartfitness.onnx.OnnxModel;
import com.smartfitness.onnx.UnusableModelException;
import java.util.Arrays;

/** Makes a template of an aligned face: {@code image} to {@code descriptor}, of which the direction counts. */
final class FaceEmbedder {

    private static final String INPUT = "image";
    private static final String OUTPUT = "descriptor";
    private static final int CHANNELS = 3;
    private static final long SMALLEST = 32;
    private static final long LARGEST = 512;

    private final OnnxModel model;
    private final String version;
    private final int side;
    private final int dimension;

    /**
     * Tries the model out.
     *
     * @throws UnusableModelException where it does not keep to the contract in this module's README
     */
    FaceEmbedder(OnnxModel model) {
        this.model = model;
        this.version = model.metadata().getOrDefault("version", "");
        requireThat(!version.isBlank(), "its metadata have no version");
        long[] shape = model.inputShape();
        requireThat(
                model.inputName().equals(INPUT)
                        && shape.length == 4
                        && shape[0] == 1
                        && shape[1] == CHANNELS
                        && shape[2] == shape[3]
                        && shape[3] >= SMALLEST
                        && shape[3] <= LARGEST,
                "its input is %s of %s".formatted(model.inputName(), Arrays.toString(shape)));
        this.side = (int) shape[3];
        float[] grey = new float[CHANNELS * side * side];
        Arrays.fill(grey, 0.5f);
        OnnxModel.Outputs outputs = model.run(grey);
        requireThat(outputs.names().contains(OUTPUT), "its outputs are %s".formatted(outputs.names()));
        float[] descriptor = outputs.of(OUTPUT);
        double square = UnitVectors.cosine(descriptor, descriptor);
        requireThat(square > 0 && Double.isFinite(square), "its answer to a grey picture has no direction");
        this.dimension = descriptor.length;
    }

    /** Names the model. */
    String version() {
        return version;
    }

    /** Numbers in a template. */
    int dimension() {
        return dimension;
    }

    /** Pixels in a row of the aligned face. */
    int side() {
        return side;
    }

    /** A vector of length 1. */
    float[] template(float[] image) {
        return UnitVectors.normalised(model.run(image).of(OUTPUT));
    }

    private static void requireThat(boolean kept, String otherwise) {
        if (!kept) {
            throw new UnusableModelException("The descriptor model cannot be used: " + otherwise);
        }
    }
}
