package com.smartfitness.mlops.picture;

import com.smartfitness.mlops.objects.ObjectStores;
import org.springframework.stereotype.Component;

/** The small pictures, by the digest of the photo that each was made of. */
@Component
public class Pictures {

    private static final long LARGEST = 1024 * 1024;

    private final ObjectStores stores;

    Pictures(ObjectStores stores) {
        this.stores = stores;
    }

    static String key(String photoSha256) {
        return "pictures/" + photoSha256;
    }

    /**
     * The picture's bytes.
     *
     * @throws com.smartfitness.mlops.objects.ObjectNotFoundException where it was never made
     */
    public byte[] of(String photoSha256) {
        return stores.samples().get(key(photoSha256), LARGEST);
    }
}
