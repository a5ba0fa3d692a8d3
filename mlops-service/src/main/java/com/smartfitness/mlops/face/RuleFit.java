package com.smartfitness.mlops.face;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fits threshold and margin to scores of entries, and tries them on later ones.
 *
 * <p>The second best match of somebody who was recognised is somebody else, so its similarity is what a stranger would
 * score against all who are enrolled. Only what lies above the rule's floor is known exactly; for a wanted rate far out,
 * the excesses of the highest, at most one in twenty, are taken as exponential (peaks over threshold, the generalised Pareto distribution of
 * shape 0; Pickands 1975), which is on the safe side for similarities: they are bounded, so their tail is lighter.
 */
public final class RuleFit {

    private static final double LOWEST_THRESHOLD = 0.3;
    private static final double HIGHEST_THRESHOLD = 0.99;
    private static final double LOWEST_MARGIN = 0.02;
    private static final double HIGHEST_MARGIN = 0.2;
    private static final double TRAINING = 0.8;

    // Differences of such numbers are rounded.
    private static final double ROUNDING = 1e-4;

    private final FaceProperties wanted;
    private final FaceRule current;

    /** @param current by which the entries were decided */
    public RuleFit(FaceProperties wanted, FaceRule current) {
        this.wanted = wanted;
        this.current = current;
    }

    /**
     * What came of it.
     *
     * @param rule absent where there is too little to fit it to
     * @param objection why it is not to be deployed; absent where it is
     * @param figures by name: of the fit, and of the rule on entries that it was not fitted to
     */
    public record Fitted(@Nullable FaceRule rule, @Nullable String objection, Map<String, Double> figures) {}

    /** Fits to the first four fifths of the entries, and tries the rule on the rest. */
    public Fitted fit(List<FaceScore> entries) {
        List<FaceScore> recognised =
                entries.stream().filter(current::recognises).toList();
        if (recognised.size() < wanted.leastEntries()) {
            return nothing("In %d entries somebody was recognised, and %d are needed."
                    .formatted(recognised.size(), wanted.leastEntries()));
        }
        int split = (int) (TRAINING * recognised.size());
        List<FaceScore> training = recognised.subList(0, split);
        Tail tail = Tail.above(current.floor() + ROUNDING, training);
        if (tail.excesses() < wanted.leastAlike()) {
            return nothing("In %d entries a second person came near, and %d are needed."
                    .formatted(tail.excesses(), wanted.leastAlike()));
        }
        double threshold = Math.clamp(tail.reachedBy(wanted.falseMatchRate()), LOWEST_THRESHOLD, HIGHEST_THRESHOLD);
        FaceRule rule = new FaceRule(threshold, margin(training));
        return tried(rule, tail, recognised.subList(split, recognised.size()));
    }

    /** So large as may be without turning away too many; models on which all are alike begin with less than most. */
    private double margin(List<FaceScore> training) {
        double[] margins =
                training.stream().mapToDouble(FaceScore::margin).sorted().toArray();
        return Math.clamp(
                margins[(int) (wanted.mostAmbiguous() * margins.length)],
                Math.min(LOWEST_MARGIN, current.margin()),
                HIGHEST_MARGIN);
    }

    private Fitted tried(FaceRule rule, Tail tail, List<FaceScore> heldOut) {
        double all = heldOut.size();
        double matches = heldOut.stream()
                .filter(score -> score.runnerUp() >= rule.threshold())
                .count();
        double lost = heldOut.stream().filter(score -> !rule.admits(score)).count() / all;
        double lostBefore =
                heldOut.stream().filter(score -> !current.admits(score)).count() / all;
        Map<String, Double> figures = new TreeMap<>();
        figures.put("margin", rule.margin());
        figures.put("falseMatchRate", tail.rateAbove(rule.threshold()));
        figures.put("falseMatchRate.heldOut", matches / all);
        figures.put("turnedAway.heldOut", lost);
        figures.put("turnedAway.heldOut.before", lostBefore);
        figures.put("entries", (double) tail.all());
        figures.put("entries.heldOut", all);
        figures.put("tail.scale", tail.scale());
        return new Fitted(rule, objection(rule, matches, all, lost - lostBefore), figures);
    }

    private @Nullable String objection(FaceRule rule, double matches, double all, double moreLost) {
        double expected = all * wanted.falseMatchRate();
        double most = expected + 3 * Math.sqrt(expected) + 1;
        if (matches > most) {
            return "In %.0f of %.0f later entries a second person reached its threshold; for the wanted rate at most %.1f may."
                    .formatted(matches, all, most);
        }
        if (moreLost > wanted.mostLost()) {
            return "It turns away %.4f more of those who were recognised later, and at most %.4f may be."
                    .formatted(moreLost, wanted.mostLost());
        }
        if (Math.abs(rule.threshold() - current.threshold()) < wanted.leastChange()
                && Math.abs(rule.margin() - current.margin()) < wanted.leastChange()) {
            return "It is nearly the rule in use.";
        }
        return null;
    }

    private static Fitted nothing(String reason) {
        return new Fitted(null, reason, Map.of());
    }
}
