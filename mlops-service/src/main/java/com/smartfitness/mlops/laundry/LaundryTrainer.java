package com.smartfitness.mlops.laundry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Logistic regression over the features. The same photos in the same order give the same model. */
final class LaundryTrainer {

    private static final double LEARNING_RATE = 0.05;
    private static final int EPOCHS = 12;
    private static final int PHOTOS_A_STEP = 16;
    private static final long SEED = 20260101;
    private static final LabelFactory LABELS = new LabelFactory();
    private static final String[] NAMES = names();

    private LaundryTrainer() {}

    static SortedMap<String, String> parameters() {
        return new TreeMap<>(Map.of(
                "method", "logistic regression, AdaGrad",
                "learningRate", String.valueOf(LEARNING_RATE),
                "epochs", String.valueOf(EPOCHS),
                "photosAStep", String.valueOf(PHOTOS_A_STEP),
                "seed", String.valueOf(SEED)));
    }

    static LaundryHead train(List<SeenPhoto> photos) {
        Clarity clarity = Clarity.of(photos);
        Standardisation standard = new Standardisation(photos);
        var provenance = new SimpleDataSourceProvenance("photos of laundry", LABELS);
        MutableDataset<Label> dataset = new MutableDataset<>(provenance, LABELS);
        photos.forEach(photo -> dataset.add(example(photo, clarity, standard)));
        var trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, Integer.MAX_VALUE, PHOTOS_A_STEP, SEED);
        Model<Label> model = trainer.train(dataset);
        return new LaundryHead((LinearSGDModel) model, standard, clarity);
    }

    /** Of the width that keeps the features in order under the trainer's sorting by name. */
    static String name(int feature) {
        return "%05d".formatted(feature);
    }

    private static String[] names() {
        String[] names = new String[LaundryFeatures.COUNT];
        Arrays.setAll(names, LaundryTrainer::name);
        return names;
    }

    private static Example<Label> example(SeenPhoto photo, Clarity clarity, Standardisation standard) {
        double clear = clarity.of(photo);
        double[] values = new double[LaundryFeatures.COUNT];
        for (int i = 0; i < LaundryFeatures.COUNT; i++) {
            values[i] = clear * standard.of(photo, i);
        }
        return new ArrayExample<>(new Label(photo.label().text()), NAMES, values);
    }
}
