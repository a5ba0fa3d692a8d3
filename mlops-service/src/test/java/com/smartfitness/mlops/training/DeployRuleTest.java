package com.smartfitness.mlops.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeployRuleTest {

    private final DeployRule rule = new DeployRule(0.8, 0.02, 20);

    @Test
    void takesWhatIsMoreAccurate() {
        assertThat(rule.objection(figures(90, 91), figures(90, 90))).isNull();
    }

    @Test
    void takesTheFirstThatIsAccurateEnough() {
        assertThat(rule.objection(figures(81, 80), null)).isNull();
        assertThat(rule.objection(figures(79, 80), null)).contains("0.7950", "0.8000");
    }

    @Test
    void keepsWhatIsAsGood() {
        assertThat(rule.objection(figures(90, 90), figures(90, 90))).contains("model in use");
        assertThat(rule.objection(figures(90, 90), figures(91, 90))).contains("model in use");
    }

    @Test
    void keepsWhereOneLabelWouldSuffer() {
        assertThat(rule.objection(figures(99, 87), figures(90, 90))).contains("미흡", "0.8700", "0.9000");
        assertThat(rule.objection(figures(99, 88), figures(90, 90))).isNull();
    }

    @Test
    void saysNothingOnTooFewPhotos() {
        Map<String, Double> few = figures(90, 91);
        few.put("confusion.미흡.미흡", 10.0);

        assertThat(rule.objection(few, figures(50, 50))).contains("Only 19 photos of 미흡");
    }

    /** Of a hundred photos of each label. */
    private static Map<String, Double> figures(int goodRight, int insufficientRight) {
        return new TreeMap<>(Map.of(
                "accuracy",
                (goodRight + insufficientRight) / 200.0,
                "recall.양호",
                goodRight / 100.0,
                "recall.미흡",
                insufficientRight / 100.0,
                "confusion.양호.양호",
                (double) goodRight,
                "confusion.양호.미흡",
                100.0 - goodRight,
                "confusion.미흡.양호",
                100.0 - insufficientRight,
                "confusion.미흡.미흡",
                (double) insufficientRight));
    }
}
