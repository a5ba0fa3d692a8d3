package com.smartfitness.defaults.security;

import com.smartfitness.events.Role;

/** The signed-in user, as the access token says; an argument of a controller's method. */
public record Caller(String userId, Role role) {}
