package com.smartfitness.recognition;

import com.smartfitness.onnx.OnnxModel;
import com.smartfitness.onnx.UnusableModelException;
import java.util.Arrays;

/**
 * A loaded model that makes a template of an aligned face: {@code image} to {@code descriptor}, of which the direction
 * counts. Threads may share it.
 */
public final class FaceDescriptor implements AutoCloseable {

    private static final String INPUT = "image";
    private static final String OUTPUT = "descriptor";
    private static final int CHANNELS = 3;
    private static final long SMALLEST = 32;
    private static final long LARGEST = 512;

    private final OnnxModel model;
    private final String version;
    private final int side;
    private final int dimension;

    private FaceDescriptor(OnnxModel model) {
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

    /** The one that comes with this module, see its README. Takes some hundred milliseconds. */
    public static FaceDescriptor builtIn() {
        return of(FaceModels.file("descriptor.onnx"));
    }

    /**
     * Loads a model and tries it out.
     *
     * @param file that keeps to the contract in this module's README
     * @throws UnusableModelException where it does not
     */
    public static FaceDescriptor of(byte[] file) {
        OnnxModel model = OnnxModel.of(file);
        try {
            return new FaceDescriptor(model);
        } catch (UnusableModelException e) {
            model.close();
            throw e;
        }
    }

    /** Names the model; templates of others are not compared with its own. */
    public String version() {
        return version;
    }

    /** Numbers in a template. */
    public int dimension() {
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

    @Override
    public void close() {
        model.close();
    }

    private static void requireThat(boolean kept, String otherwise) {
        if (!kept) {
            throw new UnusableModelException("The descriptor model cannot be used: " + otherwise);
        }
    }
}
