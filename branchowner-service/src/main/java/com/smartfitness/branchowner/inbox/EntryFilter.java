package com.smartfitness.branchowner.inbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param kinds none means all
 * @param branchId null means all of the owner's
 */
record EntryFilter(
        Set<EntryKind> kinds, boolean unreadOnly, @Nullable String branchId) {

    String[] kindNames() {
        return kinds.stream().map(EntryKind::name).toArray(String[]::new);
    }
}
