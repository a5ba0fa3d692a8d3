package com.smartfitness.stack.elasticsearch.nori;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.ko.KoreanNumberFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.jspecify.annotations.Nullable;

/**
 * Lucene's Korean analysis under the names of Elastic's own plugin, which is published nowhere: the analyzer
 * {@code nori}, the tokenizer {@code nori_tokenizer} with {@code decompound_mode}, {@code discard_punctuation} and
 * {@code user_dictionary_rules}, and the filters without settings.
 */
public final class NoriPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
        return Map.of("nori", (_, _, name, settings) -> analyzer(name, settings));
    }

    @Override
    public Map<String, AnalysisProvider<TokenizerFactory>> getTokenizers() {
        return Map.of("nori_tokenizer", (_, _, name, settings) -> tokenizer(name, settings));
    }

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
                "nori_part_of_speech", (_, _, name, _) -> filter(name, KoreanPartOfSpeechStopFilter::new),
                "nori_readingform", (_, _, name, _) -> filter(name, KoreanReadingFormFilter::new),
                "nori_number", (_, _, name, _) -> filter(name, KoreanNumberFilter::new));
    }

    private static AnalyzerProvider<KoreanAnalyzer> analyzer(String name, Settings settings) throws IOException {
        KoreanAnalyzer analyzer = new KoreanAnalyzer(
                dictionary(settings), mode(settings), KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS, false);
        return new AbstractIndexAnalyzerProvider<>(name) {
            @Override
            public KoreanAnalyzer get() {
                return analyzer;
            }
        };
    }

    private static TokenizerFactory tokenizer(String name, Settings settings) throws IOException {
        UserDictionary dictionary = dictionary(settings);
        boolean discardPunctuation = settings.getAsBoolean("discard_punctuation", true);
        return TokenizerFactory.newFactory(
                name,
                () -> new KoreanTokenizer(
                        KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
                        dictionary,
                        mode(settings),
                        false,
                        discardPunctuation));
    }

    private static TokenFilterFactory filter(String name, UnaryOperator<TokenStream> filter) {
        return new AbstractTokenFilterFactory(name) {
            @Override
            public TokenStream create(TokenStream tokens) {
                return filter.apply(tokens);
            }
        };
    }

    private static DecompoundMode mode(Settings settings) {
        return DecompoundMode.valueOf(settings.get("decompound_mode", KoreanTokenizer.DEFAULT_DECOMPOUND.name())
                .toUpperCase(Locale.ROOT));
    }

    private static @Nullable UserDictionary dictionary(Settings settings) throws IOException {
        List<String> rules = settings.getAsList("user_dictionary_rules");
        return rules.isEmpty() ? null : UserDictionary.open(new StringReader(String.join("\n", rules)));
    }
}
