package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.ReplicationPair;
import com.smartfitness.fleet.Report;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How events come from one service to a queue of another, as a table for people. */
final class PairTable {

    private static final List<String> HEADINGS =
            List.of("FROM", "TO", "UNSENT", "MEDIAN", "P99", "HEARD", "RETRIED", "DEAD", "DRIFT", "VERIFIED");

    /** Nothing where no events come anywhere. */
    String render(List<Report> reports) {
        Map<String, Double> unsent = new HashMap<>();
        reports.stream()
                .filter(report -> report.unsentSeconds() != null)
                .forEach(report -> unsent.put(prefix(report.condition().name()), report.unsentSeconds()));
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        reports.stream()
                .flatMap(report -> report.pairs().stream())
                .forEach(pair -> rows.add(row(pair, unsent.get(pair.source()))));
        return rows.size() == 1 ? "" : "\n" + Columns.render(rows, HEADINGS.subList(2, HEADINGS.size()));
    }

    private static List<String> row(ReplicationPair pair, @Nullable Double unsent) {
        return List.of(
                pair.source(),
                pair.queue(),
                unsent == null ? "-" : Math.round(unsent) + " s",
                millis(pair.medianMillis()),
                millis(pair.tailMillis()),
                pair.heardSeconds() + " s",
                "" + pair.retried(),
                "" + pair.dead(),
                "" + pair.drifted(),
                pair.verifiedSeconds() == null ? "-" : pair.verifiedSeconds() + " s");
    }

    private static String millis(@Nullable Long value) {
        return value == null ? "-" : value + " ms";
    }

    private static String prefix(String service) {
        return service.endsWith("-service") ? service.substring(0, service.length() - "-service".length()) : service;
    }
}
