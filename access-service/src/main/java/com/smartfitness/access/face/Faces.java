package com.smartfitness.access.face;

import com.smartfitness.gallery.Gallery;
import com.smartfitness.gallery.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** All enrolled faces in the memory of this instance, one gallery a face model. */
@Component
public class Faces {

    private final Map<String, Gallery> galleries = new ConcurrentHashMap<>();
    private final Map<String, Face> known = new ConcurrentHashMap<>();

    /**
     * Who is most similar to a face.
     *
     * @param floor similarity up to which nobody counts
     */
    public Nearest nearest(FaceTemplate template, double floor) {
        Gallery gallery = galleries.get(template.model());
        return gallery == null ? new Nearest(null, floor, floor) : gallery.nearest(template.vector(), floor);
    }

    /** Whether anybody is enrolled by a template of this model. */
    boolean hasAny(String model) {
        Gallery gallery = galleries.get(model);
        return gallery != null && gallery.size() > 0;
    }

    /** Takes in what the store has: a face in the place of the user's old one. */
    void put(Face face, float[] template) {
        Face old = known.get(face.userId());
        if (old != null && !old.model().equals(face.model())) {
            remove(face.userId());
        }
        galleries
                .computeIfAbsent(face.model(), _ -> new Gallery(template.length))
                .put(face.userId(), template);
        known.put(face.userId(), face);
    }

    void remove(String userId) {
        Face old = known.remove(userId);
        Gallery gallery = old == null ? null : galleries.get(old.model());
        if (gallery != null) {
            gallery.remove(userId);
        }
    }

    /** Which face of the user is in memory. */
    Optional<String> faceOf(String userId) {
        return Optional.ofNullable(known.get(userId)).map(Face::id);
    }

    /** The users whose faces are in memory. */
    Iterable<String> users() {
        return known.keySet();
    }

    /** How many faces are searched. */
    public int size() {
        return known.size();
    }
}
