package com.smartfitness.bench.faces;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Both rates over thresholds, as a picture in SVG: thresholds to the right, powers of ten upwards. */
public final class RatePlot {

    private static final double STEP = 0.002;
    private static final int DECADES = 6;
    private static final int LEFT = 60;
    private static final int TOP = 20;
    private static final int WIDTH = 600;
    private static final int HEIGHT = 360;

    private final StringBuilder svg = new StringBuilder();
    private final double from;

    private RatePlot(double from) {
        this.from = from;
    }

    /**
     * The picture.
     *
     * @param threshold marked by a line
     */
    public static String of(MatchRates rates, double threshold) {
        // From the tenth below where half of the strangers are let in, so that the curves have the width.
        double from = Math.max(0, Math.floor(10 * rates.usualOfTwo() - 1) / 10);
        return new RatePlot(from).drawn(rates, threshold);
    }

    private String drawn(MatchRates rates, double threshold) {
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" width="720" height="450" font-family="sans-serif" font-size="12">
                <rect width="100%" height="100%" fill="white"/>
                """);
        for (int decade = 0; decade <= DECADES; decade++) {
            double rate = Math.pow(10, -decade);
            line(from, rate, 1, rate, "#ddd");
            text(8, y(rate) + 4, decade == 0 ? "rate 1" : "1e-" + decade);
        }
        for (double tenth = from; tenth < 1.05; tenth += 0.1) {
            line(tenth, 1, tenth, 0, "#ddd");
            text(x(tenth) - 8, TOP + HEIGHT + 18, String.format(Locale.ROOT, "%.1f", tenth));
        }
        line(threshold, 1, threshold, 0, "#888");
        curve(rates::falseMatch, "#c0392b");
        curve(rates::falseNonMatch, "#2471a3");
        text(LEFT, TOP + HEIGHT + 40, "threshold (cosine); red: strangers matched, blue: the same person not matched");
        text(
                LEFT,
                TOP + HEIGHT + 56,
                String.format(
                        Locale.ROOT,
                        "%d pairs of two people, %d of one; grey line: suggested, %.4f",
                        rates.pairsOfTwo(),
                        rates.pairsOfOne(),
                        threshold));
        return svg.append("</svg>\n").toString();
    }

    /** As far as the rate is above nothing. */
    private void curve(DoubleUnaryOperator rate, String colour) {
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"".formatted(colour));
        for (double threshold = from; threshold <= 1; threshold += STEP) {
            double found = rate.applyAsDouble(threshold);
            if (found > 0) {
                svg.append("%s,%s ".formatted(number(x(threshold)), number(y(found))));
            }
        }
        svg.append("\"/>\n");
    }

    private void line(double x1, double y1, double x2, double y2, String colour) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"/>%n"
                .formatted(number(x(x1)), number(y(y1)), number(x(x2)), number(y(y2)), colour));
    }

    private void text(double x, double y, String text) {
        svg.append("<text x=\"%s\" y=\"%s\">%s</text>%n".formatted(number(x), number(y), text));
    }

    private double x(double threshold) {
        return LEFT + (Math.clamp(threshold, from, 1) - from) / (1 - from) * WIDTH;
    }

    /** Of a rate; what is below the last power of ten is at the bottom. */
    private static double y(double rate) {
        return TOP + Math.min(DECADES, -Math.log10(rate)) / DECADES * HEIGHT;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
