package com.smartfitness.search.keyword;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Words that say what a text is about: nouns and properties, each once, one of all that mean the same. */
@Component
public class Keywords {

    /** Of one text. */
    private static final int MOST = 200;

    /** What every text about gyms says, and what says nothing. */
    private static final Set<String> SAY_NOTHING = Set.of(
            "헬스장", "헬스", "운동", "시설", "지점", "매장", "이용", "사용", "사람", "시간", "장소", "생각", "정도", "최고", "추천", "있다", "없다", "좋다",
            "같다", "많다", "그렇다", "이렇다", "어떻다", "gym", "fitness", "the", "and", "with", "for", "are", "is", "to", "of",
            "in", "on", "at", "it", "its", "was", "has", "have", "very", "you", "your", "we", "our", "my", "from",
            "near", "where", "there", "that", "this", "but", "not", "be", "as", "or", "an", "place", "good", "nice",
            "find", "can", "all", "so");

    private final WordAnalysis analysis;
    private final SameWords same;
    private final RefinedWords refined;

    Keywords(WordAnalysis analysis, SameWords same, RefinedWords refined) {
        this.analysis = analysis;
        this.same = same;
        this.refined = refined;
    }

    /** In the order of the text, or best first where somebody refines them. May take seconds: not for requests. */
    public List<String> of(String text) {
        return of(text, analysis.words(List.of(text)).getFirst());
    }

    /** The same of many texts, which are taken apart together, in their order. */
    public <K> Map<K, List<String>> of(Map<K, String> texts) {
        Iterator<List<String>> words =
                analysis.words(List.copyOf(texts.values())).iterator();
        Map<K, List<String>> keywords = new LinkedHashMap<>();
        texts.forEach((key, text) -> keywords.put(key, of(text, words.next())));
        return keywords;
    }

    private List<String> of(String text, List<String> words) {
        return telling(refined.of(text, telling(words)));
    }

    private List<String> telling(List<String> words) {
        return words.stream()
                .map(same::oneOf)
                .filter(word -> word.length() > 1 && !SAY_NOTHING.contains(word))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
