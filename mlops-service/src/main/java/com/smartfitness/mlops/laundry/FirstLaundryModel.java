package com.smartfitness.mlops.laundry;

import com.smartfitness.mlops.Sha256;
import com.smartfitness.mlops.laundry.photos.Taken;
import com.smartfitness.onnx.OnnxGraph;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the model that judges until there are photos of real laundry to learn from. */
public final class FirstLaundryModel {

    /** Below this confidence a judgement is unclear: there, drawn photos in the dark or out of focus end up. */
    public static final double THRESHOLD = 0.7;

    private static final int PHOTOS = 1000;

    private FirstLaundryModel() {}

    /** The finished file; always the same bytes on the same machine. */
    public static byte[] make() {
        return make(PHOTOS);
    }

    static byte[] make(int photosToLearnFrom) {
        List<SeenPhoto> photos;
        try (FeatureExtractor features = new FeatureExtractor()) {
            photos = new DrawnPhotos(Taken.WELL, 0, photosToLearnFrom).map(features::see);
        }
        OnnxGraph graph = LaundryTrainer.train(photos).graph();
        byte[] nameless = graph.toBytes(new TreeMap<>());
        return graph.toBytes(metadata(nameless, photosToLearnFrom / 4));
    }

    private static SortedMap<String, String> metadata(byte[] model, int heldOut) {
        SortedMap<String, String> metadata = new TreeMap<>();
        metadata.put("labels", LaundryLabel.all());
        // Named by what is in it: another model is another version, the same one built again is not.
        metadata.put("version", "first-" + Sha256.of(model).substring(0, 12));
        metadata.put("threshold", String.valueOf(THRESHOLD));
        try (LaundryClassifier classifier = new LaundryClassifier(model)) {
            Metrics clear = metrics(classifier, new DrawnPhotos(Taken.WELL, 1_000_000, heldOut));
            clear.values(THRESHOLD).forEach((name, value) -> metadata.put("metric." + name, rounded(value)));
            double unclear = metrics(
                            classifier,
                            new DrawnPhotos(Taken.IN_THE_DARK, 2_000_000, heldOut / 8),
                            new DrawnPhotos(Taken.OUT_OF_FOCUS, 3_000_000, heldOut / 8))
                    .decided(THRESHOLD);
            metadata.put("metric.decided.unclear", rounded(unclear));
        }
        return metadata;
    }

    private static Metrics metrics(LaundryClassifier classifier, DrawnPhotos... series) {
        Metrics metrics = new Metrics();
        for (DrawnPhotos photos : series) {
            photos.map((label, photo) -> new Judged(label, classifier.judge(photo)))
                    .forEach(judged -> metrics.add(judged.label(), judged.opinion()));
        }
        return metrics;
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    private record Judged(LaundryLabel label, LaundryClassifier.Opinion opinion) {}
}
