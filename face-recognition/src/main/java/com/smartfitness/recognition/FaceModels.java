package com.smartfitness.recognition;

import com.smartfitness.onnx.OnnxModel;
import com.smartfitness.onnx.UnusableModelException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The models that a photo goes through, loaded. Threads may share them. */
public final class FaceModels implements AutoCloseable {

    private final OnnxModel detector;
    private final OnnxModel landmarks;
    private final OnnxModel descriptor;
    private final FaceEmbedder embedder;

    private FaceModels(byte[] descriptorFile) {
        this.detector = OnnxModel.of(file("detector.onnx"));
        this.landmarks = OnnxModel.of(file("landmarks.onnx"));
        this.descriptor = OnnxModel.of(descriptorFile);
        try {
            this.embedder = new FaceEmbedder(descriptor);
        } catch (UnusableModelException e) {
            close();
            throw e;
        }
    }

    /** Those that come with this module, see its README. Takes some hundred milliseconds. */
    public static FaceModels builtIn() {
        return new FaceModels(file("descriptor.onnx"));
    }

    /**
     * The same with another descriptor model.
     *
     * @param descriptor a file that keeps to the contract in this module's README
     * @throws UnusableModelException where it does not
     */
    public static FaceModels with(byte[] descriptor) {
        return new FaceModels(descriptor);
    }

    /** Names the descriptor model; templates of others are not compared with its own. */
    public String version() {
        return embedder.version();
    }

    /** Numbers in a template. */
    public int dimension() {
        return embedder.dimension();
    }

    private static byte[] file(String name) {
        try (InputStream file = FaceModels.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is missing in this module".formatted(name));
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FaceDetector detector() {
        return new FaceDetector(detector);
    }

    FaceAligner aligner() {
        return new FaceAligner(landmarks);
    }

    FaceEmbedder embedder() {
        return embedder;
    }

    @Override
    public void close() {
        detector.close();
        landmarks.close();
        descriptor.close();
    }
}
