package com.smartfitness.defaults.problem;

/**
 * What is wrong with one field.
 *
 * @param field its path, e.g. {@code openingHours[0].opens}
 */
record FieldProblem(String field, String message) {}
