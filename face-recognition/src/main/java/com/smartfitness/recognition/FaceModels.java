package com.smartfitness.recognition;

import com.smartfitness.onnx.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The models that find the face on a photo and how it lies, loaded. Threads may share them. */
public final class FaceModels implements AutoCloseable {

    private final OnnxModel detector = OnnxModel.of(file("detector.onnx"));
    private final OnnxModel landmarks = OnnxModel.of(file("landmarks.onnx"));

    private FaceModels() {}

    /** Those that come with this module, see its README. Takes some hundred milliseconds. */
    public static FaceModels builtIn() {
        return new FaceModels();
    }

    static byte[] file(String name) {
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

    @Override
    public void close() {
        detector.close();
        landmarks.close();
    }
}
