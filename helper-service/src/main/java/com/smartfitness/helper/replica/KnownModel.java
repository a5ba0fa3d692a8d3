package com.smartfitness.helper.replica;

/**
 * The model that is to be used.
 *
 * @param artifactUrl input from outside
 * @param sha256 of the artefact, in lower-case hexadecimal
 * @param threshold probability below which an answer counts as unclear
 */
public record KnownModel(String version, String artifactUrl, String sha256, double threshold) {}
