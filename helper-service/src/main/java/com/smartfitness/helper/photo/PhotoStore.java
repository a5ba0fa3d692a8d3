package com.smartfitness.helper.photo;

import com.smartfitness.photo.CleanPhoto;
import java.io.InputStream;

/** Where photos are kept. Whatever it is asked while it is away throws {@link PhotoStoreUnavailableException}. */
public interface PhotoStore {

    /** Keeps a photo; on return it is there to stay. */
    void put(String key, CleanPhoto photo);

    /**
     * The whole photo.
     *
     * @throws PhotoMissingException where there is none
     */
    byte[] read(String key);

    /**
     * The photo as it comes; the caller closes it.
     *
     * @throws PhotoMissingException where there is none
     */
    InputStream open(String key);

    /** Forgets a photo that nothing refers to. Left undone where the store is away: it only takes space. */
    void discard(String key);

    /** How other services call it, {@code s3://bucket/key}. */
    String url(String key);
}
