package com.smartfitness.stack;

/** What a client needs to connect to one database, whose owner the user is. */
public record DatabaseFacts(String jdbcUrl, String username, String password) {}
