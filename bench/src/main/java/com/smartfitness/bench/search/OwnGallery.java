package com.smartfitness.bench.search;

import com.smartfitness.gallery.Gallery;
import java.util.List;

/**
 * The gallery of access-service.
 *
 * @param floor similarity up to which nobody counts
 */
record OwnGallery(Gallery gallery, double floor) implements Engine {

    /** What a gate's search leaves out by default, see {@code faces.rule}. */
    static final double OF_GATES = 0.45;

    static final double NONE = -2;

    static Gallery index(List<float[]> enrolled, int dimension) {
        Gallery gallery = new Gallery(dimension);
        for (int i = 0; i < enrolled.size(); i++) {
            gallery.put(Integer.toString(i), enrolled.get(i));
        }
        return gallery;
    }

    @Override
    public int nearest(float[] query) {
        String id = gallery.nearest(query, floor).id();
        return id == null ? -1 : Integer.parseInt(id);
    }
}
