package com.smartfitness.search.preference;

import com.smartfitness.events.PreferenceOrigin;
import java.util.List;

/**
 * That a branch newly offers what a customer looks for.
 *
 * @param number of what is said of the branch, rising: what has been told is not told again
 * @param keywords that the branch offers; once it is a customer's match, those of them that the customer uses
 */
public record Match(String branchId, long number, PreferenceOrigin origin, List<String> keywords) {

    public Match {
        keywords = List.copyOf(keywords);
    }
}
