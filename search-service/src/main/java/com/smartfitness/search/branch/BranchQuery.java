package com.smartfitness.search.branch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param text plain language; nothing in it is syntax
 * @param amenities that a branch must have, all of them, in anybody's words
 * @param openNow whether it must be open at this moment
 * @param near from where distances count
 * @param within metres from there at most
 * @param after the last branch shown
 */
record BranchQuery(
        String text,
        List<String> amenities,
        boolean openNow,
        @Nullable Place near,
        @Nullable Integer within,
        int limit,
        @Nullable Rank after) {}
