package com.smartfitness.stack;

/** A user's name and password. */
public record Credentials(String username, String password) {}
