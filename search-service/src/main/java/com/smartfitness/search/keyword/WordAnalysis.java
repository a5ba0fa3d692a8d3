package com.smartfitness.search.keyword;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.analysis.NoriDecompoundMode;
import co.elastic.clients.elasticsearch.indices.analyze.ExplainAnalyzeToken;
import co.elastic.clients.json.JsonData;
import com.smartfitness.replication.elasticsearch.ElasticsearchLink;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Has Elasticsearch take texts apart, with nori and the dictionary of gyms. Compounds stay whole (샤워실), inflected words
 * become what they are inflected from (추운: 춥다), and only what names or describes something is left.
 */
@Component
class WordAnalysis {

    /** Nouns, names, roots such as 조용, foreign words. */
    private static final Set<String> NAMES = Set.of("NNG", "NNP", "XR", "SL");

    private static final String ADJECTIVE = "VA";

    /** The last two are of use; without the others the client does not read an answer. */
    private static final List<String> ATTRIBUTES =
            List.of("bytes", "positionLength", "termFrequency", "posType", "leftPOS");

    /** Characters; Elasticsearch makes no more than 10,000 words at once, parts and wholes. */
    private static final int AT_ONCE = 4_000;

    /** A text, or a part of a long one, and where its words go. */
    private record Piece(String text, List<String> words) {}

    private final ElasticsearchLink link;
    private final GymWords gym;

    WordAnalysis(ElasticsearchLink link, GymWords gym) {
        this.link = link;
        this.gym = gym;
    }

    /** Those of each text, in their order. */
    List<List<String>> words(List<String> texts) {
        List<List<String>> words = new ArrayList<>();
        List<Piece> together = new ArrayList<>();
        int length = 0;
        for (String text : texts) {
            List<String> ofText = new ArrayList<>();
            words.add(ofText);
            for (int start = 0; start < text.length(); start += AT_ONCE) {
                String piece = text.substring(start, Math.min(text.length(), start + AT_ONCE));
                if (length + piece.length() > AT_ONCE) {
                    collect(together);
                    together.clear();
                    length = 0;
                }
                together.add(new Piece(piece, ofText));
                length += piece.length();
            }
        }
        collect(together);
        return words;
    }

    private void collect(List<Piece> pieces) {
        Iterator<Piece> next = pieces.iterator();
        List<String> words = List.of();
        long end = -1;
        long coveredUntil = -1;
        for (ExplainAnalyzeToken token : tokens(pieces)) {
            // Places go on from one text to the next, with one between them.
            while (token.startOffset() > end) {
                Piece piece = next.next();
                end += 1 + piece.text().length();
                words = piece.words();
            }
            String type = attribute(token, "posType");
            if (token.startOffset() < coveredUntil || type.equals("INFLECT") || type.equals("PREANALYSIS")) {
                continue;
            }
            String kind = attribute(token, "leftPOS");
            kind = kind.substring(0, kind.indexOf('(') < 0 ? kind.length() : kind.indexOf('('));
            if (type.equals("COMPOUND")) {
                coveredUntil = token.endOffset();
            }
            if (NAMES.contains(kind)) {
                words.add(token.token().toLowerCase(Locale.ROOT));
            } else if (kind.equals(ADJECTIVE)) {
                words.add(token.token() + "다");
            }
        }
    }

    private List<ExplainAnalyzeToken> tokens(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return List.of();
        }
        return requireNonNull(requireNonNull(link.analyze(analyze -> analyze.text(
                                                pieces.stream().map(Piece::text).toList())
                                        .explain(true)
                                        .attributes(ATTRIBUTES)
                                        .tokenizer(tokenizer ->
                                                tokenizer.definition(definition -> definition.noriTokenizer(
                                                        nori -> nori.decompoundMode(NoriDecompoundMode.Mixed)
                                                                .userDictionaryRules(gym.dictionary())))))
                                .detail())
                        .tokenizer())
                .tokens();
    }

    private static String attribute(ExplainAnalyzeToken token, String name) {
        JsonData value = token.attributes().get(name);
        return value == null ? "" : value.to(String.class);
    }
}
