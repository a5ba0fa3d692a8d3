package com.smartfitness.mlops.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.smartfitness.mlops.face.RuleFit.Fitted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Made-up visitors, of whom is known how similar strangers really are. */
class RuleFitTest {

    private static final FaceRule CURRENT = new FaceRule(0.5, 0.05);

    @Test
    void reachesTheWantedRateFarBeyondWhatWasSeen() {
        Fitted fitted = fit(0.40, 0.04, 20_000);

        // Of strangers whose best match is normally distributed, one in 10,000 is above mean + 3.72 deviations.
        double exact = 0.40 + 3.72 * 0.04;
        assertThat(fitted.rule()).isNotNull();
        assertThat(fitted.rule().threshold()).isBetween(exact - 0.01, exact + 0.05);
        assertThat(fitted.objection()).isNull();
        assertThat(fitted.figures().get("falseMatchRate")).isCloseTo(1e-4, within(1e-6));
    }

    @Test
    void asksForMoreWhereStrangersAreMoreAlike() {
        assertThat(fit(0.45, 0.04, 20_000).rule().threshold())
                .isGreaterThan(fit(0.40, 0.04, 20_000).rule().threshold() + 0.03);
    }

    @Test
    void turnsAwayNoMoreForTheMarginThanAllowed() {
        List<FaceScore> entries = entries(0.40, 0.04, 20_000, 3);
        FaceRule rule = new RuleFit(wanted(), CURRENT).fit(entries).rule();

        double ambiguous = entries.stream()
                        .filter(CURRENT::recognises)
                        .filter(score -> score.margin() < rule.margin())
                        .count()
                / 20_000.0;
        assertThat(ambiguous).isLessThan(0.004);
    }

    @Test
    void fitsNothingToTooLittle() {
        assertThat(fit(0.40, 0.04, 500).rule()).isNull();
        assertThat(fit(0.40, 0.04, 500).objection()).contains("1000 are needed");
        assertThat(fit(0.05, 0.02, 20_000).objection()).contains("50 are needed");
    }

    @Test
    void keepsTheRuleWhereLaterEntriesContradict() {
        List<FaceScore> quiet = entries(0.40, 0.04, 16_000, 4);
        List<FaceScore> twins = entries(0.62, 0.04, 4_000, 5);

        Fitted fitted = new RuleFit(wanted(), CURRENT)
                .fit(Stream.concat(quiet.stream(), twins.stream()).toList());

        assertThat(fitted.objection()).contains("a second person reached its threshold");
    }

    @Test
    void leavesWhatIsNearlyTheSame() {
        List<FaceScore> entries = entries(0.40, 0.04, 20_000, 6);
        FaceRule found = new RuleFit(wanted(), CURRENT).fit(entries).rule();

        assertThat(new RuleFit(wanted(), new FaceRule(found.threshold(), found.margin()))
                        .fit(entries(0.40, 0.04, 20_000, 6).stream()
                                .map(score -> censored(score, found.threshold() - found.margin()))
                                .toList())
                        .objection())
                .contains("nearly the rule in use");
    }

    private static Fitted fit(double mean, double deviation, int entries) {
        return new RuleFit(wanted(), CURRENT).fit(entries(mean, deviation, entries, 1));
    }

    /** Visitors score about 0.8; of the second best is known what access-service would know. */
    private static List<FaceScore> entries(double mean, double deviation, int count, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> {
                    double own = 0.8 + 0.05 * random.nextGaussian();
                    double other = mean + deviation * random.nextGaussian();
                    double best = Math.max(own, other);
                    return censored(new FaceScore(best, best - Math.min(own, other)), CURRENT.floor());
                })
                .limit(count)
                .toList();
    }

    private static FaceScore censored(FaceScore score, double floor) {
        return new FaceScore(score.similarity(), score.similarity() - Math.max(score.runnerUp(), floor));
    }

    private static FaceProperties wanted() {
        return new FaceProperties(0.5, 0.05, Map.of(), 1e-4, 0.002, 0.02, 1000, 50, 0.005, Duration.ofDays(90));
    }
}
