package com.smartfitness.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A loaded model with one input. Threads may share it; each run is computed by the thread that asks. */
public final class OnnxModel implements AutoCloseable {

    private final OrtSession session;
    private final String input;
    private final long[] shape;
    private final Map<String, String> metadata;

    private OnnxModel(OrtSession session) throws OrtException {
        this.session = session;
        var only = session.getInputInfo().values().iterator().next();
        this.input = only.getName();
        this.shape = ((TensorInfo) only.getInfo()).getShape();
        this.metadata = Map.copyOf(session.getMetadata().getCustomMetadata());
    }

    /**
     * Loads a model.
     *
     * @throws UnusableModelException where the bytes are no model
     */
    public static OnnxModel of(byte[] file) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread: sums are then always made in the same order, and callers bring the parallelism.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // An arena would keep what the largest run has needed for as long as the model is loaded.
            options.setCPUArenaAllocator(false);
            // Weights kept in 8 bits become floats once, at loading, and not with every run.
            options.addConfigEntry("session.disable_quant_qdq", "1");
            return new OnnxModel(OrtEnvironment.getEnvironment().createSession(file, options));
        } catch (OrtException e) {
            throw new UnusableModelException(e);
        }
    }

    /** What the file says of itself. */
    public Map<String, String> metadata() {
        return metadata;
    }

    /** What the input is called. */
    public String inputName() {
        return input;
    }

    /** The declared sizes of the input's dimensions. */
    public long[] inputShape() {
        return shape.clone();
    }

    /** The outputs for an input that has the declared shape. */
    public Outputs run(float[] values) {
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            Map<String, float[]> outputs = new HashMap<>();
            result.forEach(output -> outputs.put(output.getKey(), flat((OnnxTensor) output.getValue())));
            return new Outputs(outputs);
        } catch (OrtException e) {
            throw new UnusableModelException(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new UnusableModelException(e);
        }
    }

    /** What a run computed. */
    public static final class Outputs {

        private final Map<String, float[]> values;

        private Outputs(Map<String, float[]> values) {
            this.values = values;
        }

        /** What they are called. */
        public Set<String> names() {
            return values.keySet();
        }

        /** All values of an output, in the order of its dimensions. */
        public float[] of(String name) {
            float[] output = values.get(name);
            if (output == null) {
                throw new IllegalArgumentException(
                        "The model has no output %s, but %s".formatted(name, values.keySet()));
            }
            return output;
        }
    }

    private static float[] flat(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
