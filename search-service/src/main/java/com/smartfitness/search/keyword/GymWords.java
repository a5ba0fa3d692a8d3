package com.smartfitness.search.keyword;

import static java.util.stream.Collectors.toList;

import com.smartfitness.replication.elasticsearch.DocumentLayout;
import com.smartfitness.search.replica.KnownBranch;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words of gyms, as the layout of branches knows them for searches: one dictionary for both. */
@Component
class GymWords {

    private final List<String> dictionary;
    private final List<List<String>> synonyms;

    GymWords(List<DocumentLayout> layouts, JsonMapper json) {
        JsonNode analysis = layouts.stream()
                .filter(layout -> layout.name().equals(KnownBranch.TABLE))
                .map(layout -> json.readTree(layout.json()).path("analysis"))
                .findFirst()
                .orElseThrow();
        dictionary = texts(analysis.at("/tokenizer/korean_words/user_dictionary_rules"));
        synonyms = texts(analysis.at("/filter/gym_words/synonyms")).stream()
                .map(line -> Arrays.stream(line.split(",")).map(String::strip).collect(toList()))
                .collect(toList());
    }

    /** Rules of nori's user dictionary. */
    List<String> dictionary() {
        return dictionary;
    }

    /** Words that mean the same. */
    List<List<String>> synonyms() {
        return synonyms;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).collect(toList());
    }
}
