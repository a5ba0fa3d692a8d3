package com.smartfitness.search.branch;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import com.smartfitness.search.branch.Reason.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The passages of a branch's texts that say what was looked for. */
final class Passages {

    private static final int SHOWN = 4;
    private static final int CHARACTERS = 120;

    private record Passage(Source from, String field) {}

    /** The best first. */
    private static final List<Passage> PASSAGES = List.of(
            new Passage(Source.NAME, "row.name"),
            new Passage(Source.AMENITY, "row.amenities"),
            new Passage(Source.EQUIPMENT, "row.equipment"),
            new Passage(Source.REVIEW, "reviews.texts"),
            new Passage(Source.INTRODUCTION, "row.introduction"),
            new Passage(Source.ADDRESS, "row.address"));

    private Passages() {}

    /** Those that say something of this question. */
    static Highlight asked(String question) {
        return Highlight.of(highlight -> {
            highlight
                    .type(HighlighterType.Unified)
                    .preTags(Reason.BEGIN)
                    .postTags(Reason.END)
                    .fragmentSize(CHARACTERS)
                    .numberOfFragments(2);
            for (Passage passage : PASSAGES) {
                highlight.fields(asked(passage.field(), question), asked(passage.field() + ".english", question));
            }
            return highlight;
        });
    }

    /**
     * Looked for word by word. Where a match has to be of the field, Elasticsearch finds out anew in each text which part of
     * the whole query matches, which takes many times as long as the search.
     */
    private static NamedValue<HighlightField> asked(String field, String question) {
        Query words = Query.of(query -> query.match(match -> match.field(field).query(question)));
        return NamedValue.of(
                field, HighlightField.of(asked -> asked.highlightQuery(words).requireFieldMatch(false)));
    }

    /** What was found, without the same passage twice. */
    static List<Reason> reasons(Map<String, List<String>> highlighted) {
        List<Reason> reasons = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (Passage passage : PASSAGES) {
            for (String field : List.of(passage.field(), passage.field() + ".english")) {
                for (String text : highlighted.getOrDefault(field, List.of())) {
                    Reason reason = Reason.marked(passage.from(), text);
                    if (reasons.size() < SHOWN && texts.add(reason.text())) {
                        reasons.add(reason);
                    }
                }
            }
        }
        return reasons;
    }
}
