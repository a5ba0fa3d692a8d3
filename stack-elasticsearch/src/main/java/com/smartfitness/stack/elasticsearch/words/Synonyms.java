package com.smartfitness.stack.elasticsearch.words;

import java.io.IOException;
import java.io.StringReader;
import java.text.ParseException;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.elasticsearch.index.IndexService.IndexCreationContext;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.CharFilterFactory;
import org.elasticsearch.index.analysis.CustomAnalyzer;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.index.analysis.TokenizerFactory;

/** Words that mean the same. They are read by the analyser that stands before them, so that they meet what it makes. */
final class Synonyms extends AbstractTokenFilterFactory {

    private final List<String> rules;

    Synonyms(String name, List<String> rules) {
        super(name);
        this.rules = rules;
    }

    @Override
    public TokenStream create(TokenStream tokens) {
        throw new IllegalStateException("Synonyms are of an analyser; " + name() + " stands in none");
    }

    @Override
    public TokenFilterFactory getChainAwareTokenFilterFactory(
            IndexCreationContext context,
            TokenizerFactory tokenizer,
            List<CharFilterFactory> charFilters,
            List<TokenFilterFactory> before,
            Function<String, TokenFilterFactory> all) {
        SynonymMap synonyms = read(new CustomAnalyzer(
                tokenizer, charFilters.toArray(CharFilterFactory[]::new), before.toArray(TokenFilterFactory[]::new)));
        return new AbstractTokenFilterFactory(name()) {
            @Override
            public TokenStream create(TokenStream tokens) {
                return synonyms.fst == null ? tokens : new SynonymGraphFilter(tokens, synonyms, false);
            }
        };
    }

    private SynonymMap read(Analyzer analyzer) {
        try {
            SolrSynonymParser parser = new SolrSynonymParser(true, true, analyzer);
            parser.parse(new StringReader(String.join("\n", rules)));
            return parser.build();
        } catch (IOException | ParseException e) {
            throw new IllegalArgumentException("The synonyms of " + name() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
