package com.smartfitness.helper.replica;

import java.time.ZoneId;

/**
 * A replicated branch.
 *
 * @param zone in which its day begins and ends
 */
public record KnownBranch(BranchId id, UserId owner, ZoneId zone, boolean isOpen) {}
