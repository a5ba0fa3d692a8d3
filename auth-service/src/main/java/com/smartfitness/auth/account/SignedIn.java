package com.smartfitness.auth.account;

import com.smartfitness.events.Role;

/** Somebody who has shown who they are. */
public record SignedIn(UserId userId, Role role) {}
