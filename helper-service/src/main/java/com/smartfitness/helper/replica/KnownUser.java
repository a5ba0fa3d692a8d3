package com.smartfitness.helper.replica;

import org.jspecify.annotations.Nullable;

/**
 * A replicated user.
 *
 * @param branch that a helper works for
 */
public record KnownUser(UserId id, @Nullable BranchId branch, boolean isActive) {}
