package com.smartfitness.search.keyword;

import java.util.List;

/**
 * Makes better keywords of a text than an analyser alone: a place for a language model, of which none is shipped. A bean
 * of this type is asked for what customers search and write and for what owners say, after requests have been answered;
 * no customer waits for it.
 *
 * <p>It is asked again for the same text where its answer could not be stored, so it should be cheap to ask twice and
 * mean the same. Words are compared with those that other texts yield: whatever it adds should be how the others say it.
 */
@FunctionalInterface
public interface KeywordRefinement {

    /**
     * Keywords of a text, most important first, a word each, in the form of a dictionary.
     *
     * @param text what somebody says, personal data possibly among it
     * @param found what the analyser has taken out of it, in the order of the text; to be returned where there is
     *     nothing to improve
     * @throws RuntimeException if it cannot tell now; what the analyser has found is used then
     */
    List<String> refined(String text, List<String> found);
}
