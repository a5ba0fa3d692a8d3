package com.smartfitness.fleet.compliance;

import com.smartfitness.fleet.GateAnswers;
import com.smartfitness.fleet.Report;
import java.util.List;
import java.util.Objects;

/** How soon gates have been answered since the services that answer them were started: by their own count. */
final class GateTime {

    /** The first of a service are slow, while its code is compiled; less than a hundredth of these. */
    private static final long ENOUGH = 1_000;

    private static final double WANTED = 0.99;

    private GateTime() {}

    static Rule of(List<Report> reports) {
        List<GateAnswers> answers =
                reports.stream().map(Report::gates).filter(Objects::nonNull).toList();
        long all = answers.stream().mapToLong(GateAnswers::all).sum();
        long inTime = answers.stream().mapToLong(GateAnswers::inTime).sum();
        String demand = "A gate is answered within 10 ms, 99 of 100 times";
        if (all < ENOUGH) {
            return Rule.notShown(
                    "DG-05",
                    demand,
                    "%d answers since the start, and %d would tell; see ./fleet bench gate".formatted(all, ENOUGH));
        }
        String figure = "%.2f %% of %d answers within 10 ms".formatted(100.0 * inTime / all, all);
        return Rule.of("DG-05", demand, figure, inTime < WANTED * all ? List.of("Only " + figure) : List.of());
    }
}
