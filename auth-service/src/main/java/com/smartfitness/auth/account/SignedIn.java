package com.smartfitness.auth.account;

import com.smartfitness.events.Role;

/**
 * Somebody who has shown who they are.
 *
 * @param generation of the tokens that they are given; see {@link TokenRevocations}
 */
public record SignedIn(UserId userId, Role role, long generation) {}
