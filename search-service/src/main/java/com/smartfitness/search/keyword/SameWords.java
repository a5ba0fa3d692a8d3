package com.smartfitness.search.keyword;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One word of those that mean the same: 러닝머신 and treadmill are 런닝머신. */
@Component
class SameWords {

    private final WordAnalysis analysis;
    private final GymWords gym;
    private volatile @Nullable Map<String, String> first;

    SameWords(WordAnalysis analysis, GymWords gym) {
        this.analysis = analysis;
        this.gym = gym;
    }

    /** The first of the words that mean the same as this. */
    String oneOf(String word) {
        Map<String, String> known = first;
        if (known == null) {
            known = read();
            first = known;
        }
        return known.getOrDefault(word, word);
    }

    /** Taken apart as texts are, since that is what words are compared with. Terms of several words are left out. */
    private Map<String, String> read() {
        Map<String, String> read = new HashMap<>();
        Iterator<List<String>> words = analysis.words(
                        gym.synonyms().stream().flatMap(List::stream).toList())
                .iterator();
        for (List<String> line : gym.synonyms()) {
            List<String> single = line.stream()
                    .map(_ -> words.next())
                    .filter(term -> term.size() == 1)
                    .map(List::getFirst)
                    .toList();
            single.forEach(word -> read.putIfAbsent(word, single.getFirst()));
        }
        return Map.copyOf(read);
    }
}
