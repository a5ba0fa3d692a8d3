package com.smartfitness.defaults.security;

import com.smartfitness.events.Role;

/**
 * The signed-in user, as the access token says; an argument of a controller's method. Where the route is public the
 * argument is {@code @Nullable}, and null for whoever has not signed in.
 */
public record Caller(String userId, Role role) {}
