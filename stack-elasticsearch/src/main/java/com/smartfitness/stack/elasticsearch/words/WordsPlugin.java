package com.smartfitness.stack.elasticsearch.words;

import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Two of the filters of Elastic's own module {@code analysis-common}, which is published nowhere, under their names:
 * {@code porter_stem}, and {@code synonym_graph} with {@code synonyms} in Solr's format.
 */
public final class WordsPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        return Map.of(
                "porter_stem",
                (_, _, name, _) -> new Stems(name),
                "synonym_graph",
                (_, _, name, settings) -> new Synonyms(name, settings.getAsList("synonyms")));
    }

    /** English words without their endings. */
    private static final class Stems extends AbstractTokenFilterFactory {

        Stems(String name) {
            super(name);
        }

        @Override
        public TokenStream create(TokenStream tokens) {
            return new PorterStemFilter(tokens);
        }
    }
}
