package com.smartfitness.mlops.sample;

import org.jspecify.annotations.Nullable;

/**
 * A photo that is to be fetched now.
 *
 * @param attempts this one among them
 */
record DuePhoto(
        String taskId, @Nullable String photoUrl, @Nullable String expectedSha256, int attempts) {}
