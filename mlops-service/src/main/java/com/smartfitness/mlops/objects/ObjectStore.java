package com.smartfitness.mlops.objects;

/** One bucket, with what its key allows. */
public interface ObjectStore {

    /** Where it is, as events name it: {@code s3://bucket/key}. */
    String urlOf(String key);

    /**
     * Stores the object, in place of one that has the same key.
     *
     * @throws ObjectStoreUnavailableException where the store is away or refuses the key
     */
    void put(String key, byte[] content, String contentType);

    /**
     * The object's content.
     *
     * @param limit in bytes
     * @throws ObjectNotFoundException where there is no such object
     * @throws ObjectTooLargeException where it is larger than the limit; no more than that was read
     * @throws ObjectStoreUnavailableException where the store is away or refuses the key
     */
    byte[] get(String key, long limit);
}
