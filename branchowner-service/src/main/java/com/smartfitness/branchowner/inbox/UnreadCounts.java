package com.smartfitness.branchowner.inbox;

import java.util.Collections;
import java.util.Map;

/**
 * How much of an inbox is unread.
 *
 * @param byKind every kind in the order of its declaration, with 0 where there is none
 */
public record UnreadCounts(int total, Map<EntryKind, Integer> byKind) {

    static UnreadCounts of(Map<EntryKind, Integer> byKind) {
        return new UnreadCounts(
                byKind.values().stream().mapToInt(Integer::intValue).sum(), Collections.unmodifiableMap(byKind));
    }
}
