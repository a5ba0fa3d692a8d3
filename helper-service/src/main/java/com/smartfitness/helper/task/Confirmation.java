package com.smartfitness.helper.task;

import com.smartfitness.helper.replica.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the branch owner decided.
 *
 * @param reason needed where it differs from the model's opinion
 */
public record Confirmation(Verdict verdict, @Nullable String reason, UserId by, Instant at) {}
