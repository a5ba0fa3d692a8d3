package com.smartfitness.search.preference;

import static java.util.function.Predicate.not;

import com.smartfitness.search.preference.Keyword.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a customer's own words make of a list of them: the newest {@value #MOST}, none older than 90 days. */
final class Interests {

    static final int MOST = 60;
    static final Duration REMEMBERED = Duration.ofDays(90);

    private static final Duration A_DAY = Duration.ofDays(1);

    private Interests() {}

    /** Newest first. The same list where nothing is new that day. */
    static List<Keyword> with(List<Keyword> known, List<String> words, Origin origin, Instant now) {
        Set<String> today = new HashSet<>();
        known.stream()
                .filter(keyword -> keyword.at().isAfter(now.minus(A_DAY)))
                .forEach(keyword -> today.add(keyword.word()));
        List<String> news =
                words.stream().filter(not(today::contains)).distinct().toList();
        return Stream.concat(
                        news.stream().map(word -> new Keyword(word, origin, now)),
                        remembered(known, now).stream().filter(keyword -> !news.contains(keyword.word())))
                .limit(MOST)
                .toList();
    }

    static List<Keyword> remembered(List<Keyword> known, Instant now) {
        return known.stream()
                .filter(keyword -> keyword.at().isAfter(now.minus(REMEMBERED)))
                .toList();
    }

    /** Those of the words that are the customer's. */
    static List<String> among(List<Keyword> known, List<String> words, Instant now) {
        Set<String> own = new HashSet<>();
        remembered(known, now).forEach(keyword -> own.add(keyword.word()));
        return words.stream().filter(own::contains).toList();
    }
}
