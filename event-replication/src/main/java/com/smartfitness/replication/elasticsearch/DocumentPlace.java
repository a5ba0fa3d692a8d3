package com.smartfitness.replication.elasticsearch;

/**
 * Where a document is.
 *
 * @param index its index, or an alias of it
 */
record DocumentPlace(String index, String id) {}
