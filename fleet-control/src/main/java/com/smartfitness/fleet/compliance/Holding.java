package com.smartfitness.fleet.compliance;

/**
 * A store and whose it is.
 *
 * @param connections of the owner
 * @param others connections of anybody else
 */
public record Holding(String service, String store, String technology, long connections, long others) {}
