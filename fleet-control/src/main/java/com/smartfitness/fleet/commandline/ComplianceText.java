package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.compliance.Attempt;
import com.smartfitness.fleet.compliance.Connection;
import com.smartfitness.fleet.compliance.Feed;
import com.smartfitness.fleet.compliance.Finding;
import com.smartfitness.fleet.compliance.Holding;
import com.smartfitness.fleet.compliance.Rule;
import com.smartfitness.fleet.compliance.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A finding for people: two tables for the terminal, or all of it in Markdown. */
final class ComplianceText {

    private static final List<String> HOLDINGS =
            List.of("SERVICE", "STORE", "TECHNOLOGY", "CONNECTIONS", "OF OTHERS", "VERDICT");
    private static final List<String> RULES = List.of("RULE", "DEMAND", "EVIDENCE", "VERDICT");

    private ComplianceText() {}

    static String table(Finding finding) {
        StringBuilder text = new StringBuilder();
        text.append(Columns.render(
                        rows(HOLDINGS, finding.holdings(), ComplianceText::cells), List.of("CONNECTIONS", "OF OTHERS")))
                .append('\n')
                .append(Columns.render(rows(RULES, finding.rules(), ComplianceText::cells), List.of()));
        violations(finding).forEach(violation -> text.append("\nviolation of ").append(violation));
        return text.append(violations(finding).isEmpty() ? "" : "\n").toString();
    }

    static String markdown(Finding finding) {
        StringBuilder text = new StringBuilder(
                "# Who owns and opens which store\n\nGathered from what ran at %s.\n".formatted(finding.at()));
        section(text, "Stores", rows(HOLDINGS, finding.holdings(), ComplianceText::cells));
        section(text, "Rules", rows(RULES, finding.rules(), ComplianceText::cells));
        if (!violations(finding).isEmpty()) {
            text.append("\n## Violations\n\n");
            violations(finding)
                    .forEach(violation -> text.append("- ").append(violation).append('\n'));
        }
        section(
                text,
                "Connections",
                rows(List.of("STORE", "AS", "CLIENT'S PORT", "HELD BY"), finding.connections(), ComplianceText::cells));
        section(
                text,
                "Tried credentials",
                rows(List.of("OF", "CREDENTIALS", "STORE", "ANSWER"), finding.attempts(), ComplianceText::cells));
        section(
                text,
                "Queues",
                rows(List.of("QUEUE", "CONSUMED BY", "BOUND TO"), finding.feeds(), ComplianceText::cells));
        return text.toString();
    }

    private static List<String> violations(Finding finding) {
        return finding.rules().stream()
                .flatMap(rule -> rule.violations().stream().map(sentence -> rule.id() + ": " + sentence))
                .toList();
    }

    private static <T> List<List<String>> rows(List<String> headings, List<T> all, Function<T, List<String>> cells) {
        List<List<String>> rows = new ArrayList<>(List.of(headings));
        all.forEach(one -> rows.add(cells.apply(one)));
        return rows;
    }

    private static void section(StringBuilder text, String title, List<List<String>> rows) {
        text.append("\n## ").append(title).append("\n\n");
        List<String> rule = rows.getFirst().stream().map(_ -> "---").toList();
        Stream.concat(Stream.of(rows.getFirst(), rule), rows.stream().skip(1))
                .forEach(
                        row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
    }

    private static List<String> cells(Holding holding) {
        return List.of(
                holding.service(),
                holding.store(),
                holding.technology(),
                "" + holding.connections(),
                "" + holding.others(),
                holding.others() == 0 ? "owned" : "VIOLATED");
    }

    private static List<String> cells(Rule rule) {
        return List.of(rule.id(), rule.demand(), rule.figure(), word(rule.verdict()));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "holds";
            case VIOLATED -> "VIOLATED";
            case NOT_SHOWN -> "not shown";
        };
    }

    private static List<String> cells(Connection connection) {
        return List.of(
                connection.store(),
                connection.user() == null ? "-" : connection.user(),
                "" + connection.port(),
                connection.holder());
    }

    private static List<String> cells(Attempt attempt) {
        return List.of(
                attempt.service(), attempt.credentials(), attempt.store(), attempt.opened() ? "opened" : "refused");
    }

    private static List<String> cells(Feed feed) {
        return List.of(feed.queue(), String.join(", ", feed.consumers()), String.join(", ", feed.bindings()));
    }
}
