package com.smartfitness.search.preference;

import java.time.Instant;

/**
 * A word that a customer has used.
 *
 * @param at when last, to the day: again on the same day changes nothing
 */
record Keyword(String word, Origin origin, Instant at) {

    /** Where a customer's words come from. */
    enum Origin {
        SEARCH,
        REVIEW
    }
}
