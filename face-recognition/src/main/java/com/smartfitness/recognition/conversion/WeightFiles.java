package com.smartfitness.recognition.conversion;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weights as TensorFlow.js stores them: a manifest that names tensors, one after the other in a file, each of floats or
 * of bytes of which a value is {@code byte * scale + min}.
 */
final class WeightFiles {

    private final Map<String, Weight> weights = new HashMap<>();

    /**
     * Reads {@code <name>-weights_manifest.json} and the file beside it.
     *
     * @throws IllegalArgumentException where the two do not fit
     */
    static WeightFiles read(Path folder, String name) throws IOException {
        JsonNode group = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(name + "-weights_manifest.json")))
                .get(0);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(
                        folder.resolve(group.get("paths").get(0).asString())))
                .order(ByteOrder.LITTLE_ENDIAN);
        WeightFiles files = new WeightFiles();
        for (JsonNode weight : group.get("weights")) {
            files.weights.put(weight.get("name").asString(), next(weight, bytes));
        }
        if (bytes.hasRemaining()) {
            throw new IllegalArgumentException("%d bytes of %s are of no tensor".formatted(bytes.remaining(), name));
        }
        return files;
    }

    Weight get(String name) {
        Weight weight = weights.get(name);
        if (weight == null) {
            throw new IllegalArgumentException("No such tensor: " + name);
        }
        return weight;
    }

    private static Weight next(JsonNode weight, ByteBuffer bytes) {
        long[] shape =
                weight.get("shape").valueStream().mapToLong(JsonNode::asLong).toArray();
        float[] values = new float
                [(int) weight.get("shape")
                        .valueStream()
                        .mapToLong(JsonNode::asLong)
                        .reduce(1, (a, b) -> a * b)];
        @Nullable JsonNode quantisation = weight.get("quantization");
        for (int i = 0; i < values.length; i++) {
            values[i] = quantisation == null ? bytes.getFloat() : bytes.get() & 0xFF;
        }
        return quantisation == null
                ? Weight.ofFloats(shape, values)
                : quantised(
                        shape,
                        values,
                        quantisation.get("scale").asDouble(),
                        quantisation.get("min").asDouble());
    }

    /** ONNX knows no least value but the byte that stands for zero; where there is none, floats it is. */
    private static Weight quantised(long[] shape, float[] values, double scale, double min) {
        double zero = -min / scale;
        if (zero > -0.5 && zero < 255.5 && Math.abs(zero - Math.rint(zero)) < 1e-6) {
            return new Weight(shape, values, (float) scale, (int) Math.rint(zero));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * scale + min);
        }
        return Weight.ofFloats(shape, values);
    }
}
