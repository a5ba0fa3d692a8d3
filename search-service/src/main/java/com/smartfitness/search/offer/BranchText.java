package com.smartfitness.search.offer;

import com.smartfitness.events.PreferenceOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Something that is said of a branch and was not read yet.
 *
 * @param authorId customer who says it, whose preference it is as well; null where it is the owner
 */
record BranchText(
        PreferenceOrigin origin, String text, @Nullable String authorId) {}
