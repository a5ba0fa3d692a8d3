package com.smartfitness.auth.samples;

/** What another service might be tempted to use. */
public record Account(String id) {}
