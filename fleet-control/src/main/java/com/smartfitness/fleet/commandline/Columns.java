package com.smartfitness.fleet.commandline;

import java.util.List;
import java.util.stream.IntStream;

/** Rows of text under each other, numbers at the right of their columns. */
final class Columns {

    private Columns() {}

    /**
     * Renders rows, the first of which are headings.
     *
     * @param numbers headings of the columns that hold numbers
     */
    static String render(List<List<String>> rows, List<String> numbers) {
        List<String> headings = rows.getFirst();
        int[] widths = IntStream.range(0, headings.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String padding = " ".repeat(widths[column] - row.get(column).length());
                boolean right = numbers.contains(headings.get(column));
                line.append(right ? padding : "").append(row.get(column)).append(right ? "" : padding);
                line.append("  ");
            }
            table.append(line.toString().stripTrailing()).append('\n');
        }
        return table.toString();
    }
}
