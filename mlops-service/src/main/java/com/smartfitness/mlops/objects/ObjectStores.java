package com.smartfitness.mlops.objects;

/**
 * The buckets that this service uses.
 *
 * @param models its own, which servers of models read
 * @param samples its own, which nobody else reads
 * @param photos helper-service's, to be read only
 */
public record ObjectStores(ObjectStore models, ObjectStore samples, ObjectStore photos) {}
