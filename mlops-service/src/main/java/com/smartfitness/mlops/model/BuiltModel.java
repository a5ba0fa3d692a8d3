package com.smartfitness.mlops.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.smartfitness.mlops.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The laundry model that the build has made, and what its file says of itself. */
final class BuiltModel {

    private static final String RESOURCE = "/models/laundry.onnx";
    private static final String METRIC = "metric.";

    private final byte[] file;
    private final Map<String, String> metadata;

    private BuiltModel(byte[] file, Map<String, String> metadata) {
        this.file = file;
        this.metadata = metadata;
    }

    /** Reads it from the class path. */
    static BuiltModel load() throws IOException {
        try (InputStream resource = BuiltModel.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IOException("This program was built without " + RESOURCE);
            }
            byte[] file = resource.readAllBytes();
            return new BuiltModel(
                    file,
                    ModelProto.parseFrom(file).getMetadataPropsList().stream()
                            .collect(Collectors.toMap(
                                    StringStringEntryProto::getKey, StringStringEntryProto::getValue)));
        }
    }

    byte[] file() {
        return file;
    }

    String sha256() {
        return Sha256.of(file);
    }

    String version() {
        return said("version");
    }

    String labels() {
        return said("labels");
    }

    double threshold() {
        return Double.parseDouble(said("threshold"));
    }

    Map<String, Double> metrics() {
        Map<String, Double> metrics = new TreeMap<>();
        metadata.forEach((name, value) -> {
            if (name.startsWith(METRIC)) {
                metrics.put(name.substring(METRIC.length()), Double.valueOf(value));
            }
        });
        return metrics;
    }

    private String said(String name) {
        String value = metadata.get(name);
        if (value == null) {
            throw new IllegalStateException("The model's file does not say its " + name);
        }
        return value;
    }
}
