package com.smartfitness.bench;

import com.smartfitness.bench.faces.LabelledPhotos;
import com.smartfitness.bench.faces.MatchRates;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * What was found about faces.
 *
 * @param model that made the templates
 * @param photos usable ones, variations included
 * @param varied whether there are variations
 * @param refused how many were not usable, by reason
 * @param wanted chance that a stranger is taken for anybody
 * @param missedThere rate of false non-matches at the suggested threshold
 */
record FacesReport(
        String model,
        int photos,
        boolean varied,
        long people,
        Map<String, Integer> refused,
        long pairsOfOne,
        long pairsOfTwo,
        List<Row> rows,
        double wanted,
        int enrolled,
        MatchRates.Threshold threshold,
        double missedThere) {

    private static final double STEP = 0.01;

    /** Rates at a threshold. */
    record Row(double threshold, double falseMatch, double falseNonMatch) {}

    static FacesReport of(LabelledPhotos photos, MatchRates rates, double wanted, int enrolled) {
        MatchRates.Threshold threshold = rates.threshold(wanted, enrolled);
        // From where half of the strangers are let in; below, nobody would look for a threshold.
        double first = Math.floor(rates.usualOfTwo() / STEP) * STEP;
        List<Row> rows = DoubleStream.iterate(first, at -> at < 1, at -> at + STEP)
                .mapToObj(at -> new Row(at, rates.falseMatch(at), rates.falseNonMatch(at)))
                .toList();
        return new FacesReport(
                photos.model(),
                photos.photos().size(),
                photos.areVaried(),
                photos.people(),
                photos.refused(),
                rates.pairsOfOne(),
                rates.pairsOfTwo(),
                rows,
                wanted,
                enrolled,
                threshold,
                rates.falseNonMatch(threshold.similarity()));
    }

    String text() {
        StringBuilder text = new StringBuilder("""
                faces: model %s, %d usable photos%s of %d people, refused %s
                %d pairs of one person, %d of two. The fewer people, the less this tells of others.

                threshold  false match  false non-match
                """.formatted(
                        model,
                        photos,
                        varied ? ", variations included, which are easier than other photos," : "",
                        people,
                        refused,
                        pairsOfOne,
                        pairsOfTwo));
        rows.forEach(row -> text.append(
                "%9.2f  %11.5f  %15.5f%n".formatted(row.threshold(), row.falseMatch(), row.falseNonMatch())));
        return text.append("""

                suggested: %.4f, for a stranger who is taken for one of %d with a chance of %s%s; false non-match there %.5f
                """.formatted(
                                threshold.similarity(),
                                enrolled,
                                wanted,
                                threshold.extrapolated() ? " (extrapolated: too few pairs come near it)" : "",
                                missedThere))
                .toString();
    }
}
