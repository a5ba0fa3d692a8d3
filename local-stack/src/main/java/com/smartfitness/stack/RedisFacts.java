package com.smartfitness.stack;

/** What a client needs to reach a Redis server as one user. */
public record RedisFacts(String host, int port, String username, String password) {}
