package com.smartfitness.testing.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Who may do what: the status that each kind of caller gets from each route. Expected values are written by hand, never
 * taken from what is tested, and every cell is executed:
 *
 * <pre>
 * route                      | anonymous | CUSTOMER | BRANCH_OWNER | OPERATOR
 * GET /api/v1/branches       | 401       | 200      | 200          | 200
 * PUT /api/v1/branches/{id}  | 401       | 403      | 200/403      | -/200
 * </pre>
 *
 * <p>A cell is one status where it makes no difference whose thing is asked for. Where it does, it is two: for the
 * caller's own and for another's, with {@code -} where there is no such thing.
 */
public final class AccessMatrix {

    private final List<String> routes = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();

    /** Whose thing a request is about. */
    public enum Whose {
        OWN,
        OTHERS,
        /** It makes no difference, or belongs to nobody. */
        ANY
    }

    /**
     * One attempt.
     *
     * @param route method and pattern, as in the table
     * @param caller the column's head: a role, or {@code anonymous}
     * @param expected the status of the answer
     */
    public record Cell(String route, String caller, Whose whose, int expected) {

        public String method() {
            return route.substring(0, route.indexOf(' '));
        }

        /** The path with its variables in braces. */
        public String pattern() {
            return route.substring(route.indexOf(' ') + 1);
        }

        public boolean isAnonymous() {
            return caller.equals("anonymous");
        }

        @Override
        public String toString() {
            return route + " as " + caller
                    + switch (whose) {
                        case OWN -> ", own";
                        case OTHERS -> ", another's";
                        case ANY -> "";
                    };
        }
    }

    /** Sends the request of a cell, with whatever body makes it a good one, and returns the status of the answer. */
    @FunctionalInterface
    public interface Attempt {
        int status(Cell cell) throws Exception;
    }

    private AccessMatrix() {}

    /**
     * Reads the table.
     *
     * @throws IllegalArgumentException where it has no such form
     */
    public static AccessMatrix of(String table) {
        AccessMatrix matrix = new AccessMatrix();
        List<List<String>> rows = table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
                .toList();
        List<String> head = rows.getFirst();
        rows.stream().skip(1).forEach(row -> matrix.read(head, row));
        return matrix;
    }

    /**
     * A test that the table speaks of these routes and of no other, so that a new route without a row fails the build;
     * and one a cell.
     *
     * @param served what the application answers to, see {@link Routes}
     */
    public Stream<DynamicTest> tests(Collection<String> served, Attempt attempt) {
        DynamicTest complete = DynamicTest.dynamicTest(
                "has one row for each route", () -> assertThat(routes).containsExactlyInAnyOrderElementsOf(served));
        return Stream.concat(
                Stream.of(complete),
                cells.stream()
                        .map(cell -> DynamicTest.dynamicTest(
                                cell.toString(),
                                () -> assertThat(attempt.status(cell))
                                        .as(cell.toString())
                                        .isEqualTo(cell.expected()))));
    }

    private void read(List<String> head, List<String> row) {
        if (row.size() != head.size()) {
            throw new IllegalArgumentException("A row of %s has %d columns".formatted(head, row.size()));
        }
        String route = row.getFirst();
        routes.add(route);
        for (int column = 1; column < row.size(); column++) {
            String[] values = row.get(column).split("/");
            if (values.length == 1) {
                add(route, head.get(column), Whose.ANY, values[0]);
            } else {
                add(route, head.get(column), Whose.OWN, values[0]);
                add(route, head.get(column), Whose.OTHERS, values[1]);
            }
        }
    }

    private void add(String route, String caller, Whose whose, String status) {
        if (!status.equals("-")) {
            cells.add(new Cell(route, caller, whose, Integer.parseInt(status)));
        }
    }
}
