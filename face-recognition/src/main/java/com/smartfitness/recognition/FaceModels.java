package com.smartfitness.recognition;

import com.smartfitness.onnx.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The models that a photo goes through, loaded. Threads may share them. */
public final class FaceModels implements AutoCloseable {

    private final OnnxModel detector;
    private final OnnxModel landmarks;
    private final OnnxModel descriptor;

    private FaceModels(OnnxModel detector, OnnxModel landmarks, OnnxModel descriptor) {
        this.detector = detector;
        this.landmarks = landmarks;
        this.descriptor = descriptor;
    }

    /** Those that come with this module, see its README. Takes some hundred milliseconds. */
    public static FaceModels builtIn() {
        return new FaceModels(load("detector.onnx"), load("landmarks.onnx"), load("descriptor.onnx"));
    }

    private static OnnxModel load(String name) {
        try (InputStream file = FaceModels.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("%s is missing in this module".formatted(name));
            }
            return OnnxModel.of(file.readAllBytes());
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
        return new FaceEmbedder(descriptor);
    }

    @Override
    public void close() {
        detector.close();
        landmarks.close();
        descriptor.close();
    }
}
