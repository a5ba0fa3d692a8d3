package com.smartfitness.fleet.commandline;

import com.smartfitness.fleet.Condition;
import com.smartfitness.fleet.Report;
import com.smartfitness.fleet.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reports as a table for people: what runs, where, since when, and how it fares. */
final class StatusTable {

    private static final List<String> HEADINGS = List.of(
            "NAME", "KIND", "STATE", "READY", "SINCE", "PID", "PORT", "VERSION", "MEMORY", "LAG", "DEAD LETTERS");
    private static final List<String> NUMBERS = List.of("SINCE", "PID", "PORT", "MEMORY", "LAG", "DEAD LETTERS");
    private static final long MB = 1024 * 1024;

    private final Clock clock;

    StatusTable(Clock clock) {
        this.clock = clock;
    }

    String render(List<Report> reports) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        reports.forEach(report -> rows.add(row(report)));
        StringBuilder table = new StringBuilder(Columns.render(rows, NUMBERS));
        reports.stream()
                .map(Report::condition)
                .filter(condition -> !condition.ready() && condition.problem() != null)
                .forEach(condition -> table.append("\n%s: %s\n".formatted(condition.name(), condition.problem())));
        return table.toString();
    }

    private List<String> row(Report report) {
        Condition condition = report.condition();
        return List.of(
                condition.name(),
                condition.kind(),
                state(condition),
                condition.ready() ? "yes" : "no",
                age(Duration.between(condition.since(), clock.instant())),
                condition.pid() == 0 ? "-" : "" + condition.pid(),
                "" + condition.port(),
                or(report.version(), ""),
                report.memory() == null ? "-" : report.memory() / MB + " MB",
                or(report.lagMillis(), " ms"),
                or(report.deadLetters(), ""));
    }

    private static String state(Condition condition) {
        String state = condition.state().name().toLowerCase(Locale.ROOT);
        if (condition.state() == State.RESTARTING) {
            return "%s %d".formatted(state, condition.restarts());
        }
        return condition.restarts() == 0 ? state : "%s (restarted %d)".formatted(state, condition.restarts());
    }

    private static String or(@Nullable Object value, String unit) {
        return value == null ? "-" : value + unit;
    }

    /** The two largest units, as in {@code 3h 12m}. */
    private static String age(Duration age) {
        if (age.toDays() > 0) {
            return "%dd %dh".formatted(age.toDays(), age.toHoursPart());
        }
        if (age.toHours() > 0) {
            return "%dh %dm".formatted(age.toHours(), age.toMinutesPart());
        }
        return age.toMinutes() > 0
                ? "%dm %ds".formatted(age.toMinutes(), age.toSecondsPart())
                : "%ds".formatted(Math.max(0, age.toSeconds()));
    }
}
