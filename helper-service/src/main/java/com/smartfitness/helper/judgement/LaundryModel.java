package com.smartfitness.helper.judgement;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import com.smartfitness.events.Judgement;
import com.smartfitness.onnx.UnusableModelException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An image classifier in ONNX: one input {@code image}, float [1, 3, H, W], RGB from 0 to 1; one output {@code
 * probabilities}, float [1, L]; and the L labels in the metadata property {@code labels}. Threads may share it.
 */
final class LaundryModel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LaundryModel.class);

    private static final String INPUT = "image";
    private static final String OUTPUT = "probabilities";
    private static final int CHANNELS = 3;
    private static final int SMALLEST = 64;
    private static final int LARGEST = 512;
    private static final double ROUNDING = 0.01;
    private static final Map<String, Judgement> LABELS = Map.of("양호", Judgement.GOOD, "미흡", Judgement.INSUFFICIENT);

    private final OrtSession session;
    private final List<Judgement> labels;
    private final int height;
    private final int width;

    private LaundryModel(OrtSession session) throws OrtException {
        this.session = session;
        long[] input = only(session.getInputInfo(), INPUT, 4);
        requireThat(input[1] == CHANNELS, "its input is not RGB");
        this.height = side(input[2]);
        this.width = side(input[3]);
        this.labels = labels(session.getMetadata().getCustomMetadata().get("labels"));
        long[] output = only(session.getOutputInfo(), OUTPUT, 2);
        requireThat(output[1] == labels.size() || output[1] == -1, "it has not one output a label");
    }

    /**
     * Loads a model and tries it out.
     *
     * @throws UnusableModelException where it does not keep to the contract
     */
    static LaundryModel of(byte[] artefact) {
        OrtSession session = null;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Photos side by side are the parallelism; a photo of its own leaves the other core to requests.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = OrtEnvironment.getEnvironment().createSession(artefact, options);
            LaundryModel model = new LaundryModel(session);
            model.tryOut();
            return model;
        } catch (OrtException e) {
            closeQuietly(session);
            throw new UnusableModelException("it cannot be loaded as ONNX", e);
        } catch (UnusableModelException e) {
            closeQuietly(session);
            throw e;
        }
    }

    /** The likeliest label and its probability. */
    record Answer(Judgement label, double probability) {}

    /**
     * What the photo shows.
     *
     * @throws IOException where it is no whole picture
     * @throws UnusableModelException where the model fails
     */
    Answer judge(byte[] photo) throws IOException {
        float[] probabilities = run(PhotoTensor.of(photo, height, width));
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        return new Answer(labels.get(best), Math.clamp(probabilities[best], 0.0, 1.0));
    }

    @Override
    public void close() {
        closeQuietly(session);
    }

    private void tryOut() {
        float[] grey = new float[CHANNELS * height * width];
        Arrays.fill(grey, 0.5f);
        float[] probabilities = run(grey);
        requireThat(probabilities.length == labels.size(), "it answers with %d values".formatted(probabilities.length));
        double sum = 0;
        for (float probability : probabilities) {
            requireThat(probability >= -ROUNDING && probability <= 1 + ROUNDING, "its answers are no probabilities");
            sum += probability;
        }
        requireThat(Math.abs(sum - 1) < ROUNDING, "its probabilities add up to %.3f".formatted(sum));
    }

    private float[] run(float[] image) {
        long[] shape = {1, CHANNELS, height, width};
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(image), shape);
                OrtSession.Result result = session.run(Map.of(INPUT, tensor))) {
            // Closed with the result that it is part of.
            OnnxTensor output = (OnnxTensor) result.get(0);
            FloatBuffer values = output.getFloatBuffer();
            float[] probabilities = new float[values.remaining()];
            values.get(probabilities);
            return probabilities;
        } catch (OrtException e) {
            throw new UnusableModelException("it fails on a picture", e);
        }
    }

    private static long[] only(Map<String, NodeInfo> nodes, String name, int dimensions) {
        NodeInfo node = nodes.get(name);
        requireThat(nodes.size() == 1 && node != null, "it has not the one input or output " + name);
        if (node != null
                && node.getInfo() instanceof TensorInfo tensor
                && tensor.type == OnnxJavaType.FLOAT
                && tensor.getShape().length == dimensions) {
            return tensor.getShape();
        }
        throw new UnusableModelException("%s is no float tensor of %d dimensions".formatted(name, dimensions));
    }

    private static int side(long pixels) {
        requireThat(pixels >= SMALLEST && pixels <= LARGEST, "it wants pictures of %d pixels".formatted(pixels));
        return (int) pixels;
    }

    private static List<Judgement> labels(@Nullable String property) {
        String named = property == null ? "" : property;
        List<String> labels =
                Arrays.stream(named.split(",", -1)).map(String::strip).toList();
        requireThat(
                LABELS.keySet().containsAll(labels)
                        && labels.stream().distinct().count() == labels.size(),
                "its labels are '%s'".formatted(named));
        requireThat(labels.containsAll(List.of("양호", "미흡")), "it does not tell 양호 from 미흡");
        return labels.stream().map(LABELS::get).toList();
    }

    private static void requireThat(boolean kept, String otherwise) {
        if (!kept) {
            throw new UnusableModelException(otherwise);
        }
    }

    private static void closeQuietly(@Nullable OrtSession session) {
        if (session != null) {
            try {
                session.close();
            } catch (OrtException | IllegalStateException e) {
                log.warn("A model that is no longer used cannot be closed: {}", e.toString());
            }
        }
    }
}
