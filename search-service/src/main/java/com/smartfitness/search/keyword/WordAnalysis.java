package com.smartfitness.search.keyword;

import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch._types.analysis.NoriDecompoundMode;
import co.elastic.clients.elasticsearch.indices.analyze.ExplainAnalyzeToken;
import co.elastic.clients.json.JsonData;
import com.smartfitness.replication.elasticsearch.ElasticsearchLink;
import java.util.ArrayList;
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

    private final ElasticsearchLink link;
    private final GymWords gym;

    WordAnalysis(ElasticsearchLink link, GymWords gym) {
        this.link = link;
        this.gym = gym;
    }

    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (int start = 0; start < text.length(); start += AT_ONCE) {
            collect(text.substring(start, Math.min(text.length(), start + AT_ONCE)), words);
        }
        return words;
    }

    private void collect(String text, List<String> words) {
        long coveredUntil = -1;
        for (ExplainAnalyzeToken token : tokens(text)) {
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

    private List<ExplainAnalyzeToken> tokens(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        return requireNonNull(requireNonNull(link.analyze(analyze -> analyze.text(text)
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
