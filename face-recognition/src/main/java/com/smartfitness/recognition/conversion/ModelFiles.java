package com.smartfitness.recognition.conversion;

import com.smartfitness.onnx.OnnxGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The three files that a photo goes through. */
public final class ModelFiles {

    private ModelFiles() {}

    /**
     * Makes them; the same bytes each time.
     *
     * @param faceApi the npm package @vladmandic/face-api, unpacked
     * @param folder where they are put
     */
    public static void make(Path faceApi, Path folder) throws IOException {
        Path model = faceApi.resolve("model");
        Files.createDirectories(folder);
        write(
                folder.resolve("detector.onnx"),
                Detector.of(WeightFiles.read(model, "tiny_face_detector_model")),
                "tiny-face-detector");
        write(
                folder.resolve("landmarks.onnx"),
                Landmarks.of(WeightFiles.read(model, "face_landmark_68_model")),
                "landmarks-68");
        write(
                folder.resolve("descriptor.onnx"),
                Descriptor.of(WeightFiles.read(model, "face_recognition_model")),
                "resnet-128");
    }

    private static void write(Path file, OnnxGraph graph, String version) throws IOException {
        Files.write(
                file,
                graph.toBytes(new TreeMap<>(Map.of(
                        "version", version,
                        "source", "@vladmandic/face-api 1.7.15",
                        "license", "MIT"))));
    }
}
