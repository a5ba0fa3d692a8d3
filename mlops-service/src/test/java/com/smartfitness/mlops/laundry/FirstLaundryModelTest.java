package com.smartfitness.mlops.laundry;

import static org.assertj.core.api.Assertions.assertThat;

import com.smartfitness.mlops.laundry.photos.Taken;
import com.smartfitness.onnx.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The model as the build has made it, on photos that neither training nor its own metrics have seen. */
class FirstLaundryModelTest {

    private static byte[] file;

    @BeforeAll
    static void readsWhatTheBuildMade() throws IOException {
        try (InputStream model = FirstLaundryModelTest.class.getResourceAsStream("/models/laundry.onnx")) {
            file = Objects.requireNonNull(model, "The build makes the model before it runs tests.")
                    .readAllBytes();
        }
    }

    @Test
    void tellsTidyStacksFromHeaps() {
        List<Boolean> right = judged(Taken.WELL, (label, opinion) -> label == opinion.label());

        assertThat(right.stream().filter(Boolean::booleanValue).count()).isGreaterThan(right.size() * 85 / 100);
    }

    @Test
    void isUnsureInTheDarkAndOutOfFocus() {
        for (Taken taken : List.of(Taken.IN_THE_DARK, Taken.OUT_OF_FOCUS)) {
            List<Boolean> sure = judged(taken, (_, opinion) -> opinion.confidence() >= FirstLaundryModel.THRESHOLD);

            assertThat(sure.stream().filter(Boolean::booleanValue).count()).isLessThan(sure.size() / 4);
        }
    }

    @Test
    void isSureOfMostThatIsTakenWell() {
        List<Boolean> sure = judged(Taken.WELL, (_, opinion) -> opinion.confidence() >= FirstLaundryModel.THRESHOLD);

        assertThat(sure.stream().filter(Boolean::booleanValue).count()).isGreaterThan(sure.size() * 85 / 100);
    }

    @Test
    void saysWhatItIs() {
        try (OnnxModel model = OnnxModel.of(file)) {
            assertThat(model.metadata())
                    .containsEntry("labels", "양호,미흡")
                    .containsKeys("version", "threshold", "metric.accuracy", "metric.recall.양호", "metric.recall.미흡");
        }
    }

    @Test
    void givesProbabilitiesThatSumToOne() {
        try (OnnxModel model = OnnxModel.of(file)) {
            float[] probabilities = model.run(new float[3 * LaundryFeatures.SIDE * LaundryFeatures.SIDE])
                    .of("probabilities");

            assertThat(probabilities).hasSize(2).containsExactly(0.5f, 0.5f);
        }
    }

    @Test
    void isTheSameWhenMadeAgain() {
        assertThat(FirstLaundryModel.make(40)).isEqualTo(FirstLaundryModel.make(40));
    }

    private static List<Boolean> judged(Taken taken, Verdict verdict) {
        try (LaundryClassifier classifier = new LaundryClassifier(file)) {
            return new DrawnPhotos(taken, 9_000_000, 60)
                    .map((label, photo) -> verdict.on(label, classifier.judge(photo)));
        }
    }

    @FunctionalInterface
    private interface Verdict {
        boolean on(LaundryLabel label, LaundryClassifier.Opinion opinion);
    }
}
