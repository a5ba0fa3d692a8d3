package com.smartfitness.access.face;

import com.smartfitness.gallery.Gallery;
import com.smartfitness.gallery.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All enrolled faces in the memory of this instance, one gallery a face model. */
@Component
public class Faces {

    private final Map<String, Gallery> galleries;
    private final Map<String, Face> known = new ConcurrentHashMap<>();

    Faces(FaceProperties properties) {
        galleries = properties.models().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, model -> new Gallery(model.getValue())));
    }

    /**
     * Who is most similar to a face.
     *
     * @param template of this model, see {@link Templates}
     * @param floor similarity up to which nobody counts
     */
    public Nearest nearest(String model, float[] template, double floor) {
        return gallery(model).nearest(template, floor);
    }

    /** Takes in what the store has: a face in the place of the user's old one. */
    void put(Face face, float[] template) {
        Face old = known.get(face.userId());
        if (old != null && !old.model().equals(face.model())) {
            remove(face.userId());
        }
        gallery(face.model()).put(face.userId(), template);
        known.put(face.userId(), face);
    }

    void remove(String userId) {
        Face old = known.remove(userId);
        if (old != null) {
            gallery(old.model()).remove(userId);
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

    /** Whether templates of this model are accepted. */
    boolean knows(String model) {
        return galleries.containsKey(model);
    }

    private Gallery gallery(String model) {
        @Nullable Gallery gallery = galleries.get(model);
        if (gallery == null) {
            throw new IllegalArgumentException("No such face model: " + model);
        }
        return gallery;
    }
}
