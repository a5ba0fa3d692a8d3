package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.Sha256;
import com.smartfitness.onnx.OnnxGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * From labelled photos to a model and to what it is worth: learns from those that may be learnt from, writes the ONNX
 * file, loads that very file, and has it and the model in use judge the photos that were held out.
 */
public final class TrainingCourse {

    private static final int TELL_EVERY = 50;
    private static final double MILLIS = 1e6;

    private final TrainingFolder folder;
    private final double threshold;
    private final Progress progress;

    /** @param threshold probability below which an answer counts as unclear */
    public TrainingCourse(TrainingFolder folder, double threshold, Progress progress) {
        this.folder = folder;
        this.threshold = threshold;
        this.progress = progress;
    }

    /** What it learns with, by name. */
    public static SortedMap<String, String> parameters() {
        return LaundryTrainer.parameters();
    }

    /** Hears how far the course has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * A step has been made.
         *
         * @param stage {@code TRAINING} or {@code VERIFYING}
         * @param percent of the stage
         */
        void at(String stage, int percent);
    }

    /** Goes all the way; what it hands back is in the folder at the end. */
    public void run() throws IOException {
        byte[] model = train();
        folder.putModel(model);
        String version = version(model);
        var current = folder.current();
        int models = current.isPresent() ? 2 : 1;
        int heldOut = folder.readHeldOut((_, _) -> {});
        SortedMap<String, Double> candidate = verify(model, heldOut, 0, models);
        SortedMap<String, Double> before = current.isEmpty() ? null : verify(current.get(), heldOut, 1, models);
        folder.putReport(JsonMapper.shared().writeValueAsBytes(new TrainingReport(version, candidate, before)));
        progress.at("VERIFYING", 100);
    }

    private byte[] train() throws IOException {
        progress.at("TRAINING", 0);
        List<SeenPhoto> photos = new ArrayList<>();
        folder.readTraining((label, row) -> photos.add(new SeenPhoto(label, PhotoFeatures.ofBytes(row))));
        progress.at("TRAINING", 20);
        OnnxGraph graph = LaundryTrainer.train(photos).graph();
        progress.at("TRAINING", 95);
        byte[] nameless = graph.toBytes(new TreeMap<>());
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put("labels", LaundryLabel.all());
        metadata.put("version", "laundry-" + Sha256.of(nameless).substring(0, 12));
        metadata.put("threshold", String.valueOf(threshold));
        byte[] model = graph.toBytes(metadata);
        progress.at("TRAINING", 100);
        return model;
    }

    private static String version(byte[] model) {
        try (LaundryClassifier classifier = new LaundryClassifier(model)) {
            return String.valueOf(classifier.metadata().get("version"));
        }
    }

    private SortedMap<String, Double> verify(byte[] model, int all, int before, int models) throws IOException {
        Metrics metrics = new Metrics();
        int[] judged = {0};
        long[] nanos = {0};
        try (LaundryClassifier classifier = new LaundryClassifier(model)) {
            folder.readHeldOut((label, row) -> {
                LaundryPicture picture = LaundryPicture.ofBytes(row);
                long start = System.nanoTime();
                metrics.add(label, classifier.judge(picture));
                nanos[0] += System.nanoTime() - start;
                if (++judged[0] % TELL_EVERY == 0) {
                    progress.at("VERIFYING", 100 * (before * all + judged[0]) / (models * all));
                }
            });
        }
        SortedMap<String, Double> values = metrics.values(threshold);
        values.put("photos", (double) all);
        values.put("inferenceMillis", all == 0 ? 0 : nanos[0] / MILLIS / all);
        return values;
    }
}
