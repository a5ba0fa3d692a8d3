package com.smartfitness.helper.samples;

/** A person. */
public record TrustedHelper(String id) {}
