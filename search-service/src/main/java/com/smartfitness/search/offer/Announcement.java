package com.smartfitness.search.offer;

import com.smartfitness.events.PreferenceOrigin;
import com.smartfitness.search.preference.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is new in what is said of a branch, until all have been told who look for it.
 *
 * @param number of the branch's announcements, from 1
 * @param authorId who has said so and need not be told; null where it is the owner
 */
record Announcement(
        long number,
        PreferenceOrigin origin,
        List<String> keywords,
        @Nullable String authorId) {

    Announcement {
        keywords = List.copyOf(keywords);
    }

    Match of(String branchId) {
        return new Match(branchId, number, origin, keywords);
    }
}
