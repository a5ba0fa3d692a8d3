package com.smartfitness.bench;

import java.util.List;

/**
 * What the benchmark has found that makes copies anew.
 *
 * @param rows that helper-service had published before
 * @param pauseMillis between two helpers who came, each of whom makes nine events of tasks
 * @param failed helpers whose requests did not all succeed
 */
record RebuildReport(MachineFacts machine, int rows, int pauseMillis, List<Rebuilt> rebuilt, int failed) {

    /**
     * One copy, made anew.
     *
     * @param how it was before
     * @param rows that were carried
     * @param live events that were applied to it meanwhile
     * @param p50 of these, milliseconds from commit to commit; the others likewise
     */
    record Rebuilt(
            String service,
            String how,
            long rows,
            double seconds,
            double rowsPerSecond,
            long live,
            double p50,
            double p99,
            double max) {}

    String text() {
        StringBuilder text = new StringBuilder("""
                rebuild: copies of %d tasks made anew by POST, while a helper comes every %d ms and sends in three photos

                machine  %s, the whole fleet, helpers and owner on it

                                                               rows  seconds   rows/s  live events      p50      p99      max
                """.formatted(rows, pauseMillis, machine));
        rebuilt.forEach(one -> text.append("%-20s  %-20s  %10d  %7.1f  %7.0f  %11d  %7.1f  %7.1f  %7.1f%n"
                .formatted(
                        one.service(),
                        one.how(),
                        one.rows(),
                        one.seconds(),
                        one.rowsPerSecond(),
                        one.live(),
                        one.p50(),
                        one.p99(),
                        one.max())));
        return text.append("both are equal to their source; helpers whose requests did not all succeed: %d%n"
                        .formatted(failed))
                .toString();
    }
}
