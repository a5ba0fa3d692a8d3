package com.smartfitness.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.smartfitness.search.RelevanceIT.Branch;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Branches and questions that were written for this, with judgements which branch answers which question how well. */
final class Relevance {

    private static final String FOLDER = "com/smartfitness/search/relevance-";
    private static final int DEPTH = 10;

    private Relevance() {}

    /**
     * A question.
     *
     * @param grades 2 for a branch that answers all of it, 1 for one that answers part of it
     */
    record Judged(String query, Map<String, Integer> grades) {

        /** Normalised discounted cumulative gain of the first ten: gain 2^grade - 1, discount log2(rank + 1). */
        double ndcg(List<String> found) {
            List<Integer> best =
                    grades.values().stream().sorted(Comparator.reverseOrder()).toList();
            return gain(found.stream().map(id -> grades.getOrDefault(id, 0)).toList()) / gain(best);
        }

        /** One by the rank of the first branch that answers all of it. */
        double reciprocalRank(List<String> found) {
            return IntStream.range(0, found.size())
                    .filter(rank -> grades.getOrDefault(found.get(rank), 0) == 2)
                    .mapToDouble(rank -> 1.0 / (rank + 1))
                    .findFirst()
                    .orElse(0);
        }

        private static double gain(List<Integer> ranked) {
            return IntStream.range(0, Math.min(DEPTH, ranked.size()))
                    .mapToDouble(rank -> (Math.pow(2, ranked.get(rank)) - 1) * Math.log(2) / Math.log(rank + 2))
                    .sum();
        }
    }

    static List<Branch> branches() {
        return List.of(JsonMapper.shared().readValue(read("branches.json"), Branch[].class));
    }

    static List<Judged> queries(String language) {
        return read("queries.txt")
                .lines()
                .filter(line -> line.startsWith(language + " "))
                .map(line -> line.substring(language.length() + 1).split(" \\| "))
                .map(parts -> new Judged(parts[0], grades(parts[1])))
                .toList();
    }

    private static Map<String, Integer> grades(String judged) {
        return Arrays.stream(judged.split(" "))
                .map(grade -> grade.split(":"))
                .collect(toMap(grade -> grade[0], grade -> Integer.parseInt(grade[1])));
    }

    private static String read(String file) {
        try {
            return new ClassPathResource(FOLDER + file).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
