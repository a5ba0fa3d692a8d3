package com.smartfitness.bench.search;

import com.smartfitness.gallery.Gallery;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.IndexSearcher;

/** What is compared, over the same people. Indexes are built once, since that takes minutes. */
final class Engines {

    static final String GALLERY = "gallery";
    static final String GALLERY_AT_GATES = "gallery, floor 0.45";
    static final String LUCENE = "Lucene HNSW, k ";
    static final String JVECTOR = "JVector, k ";
    static final String SCALAR = "scalar";

    /** How many neighbours the graphs look for, of which the best one counts: more take longer and miss less. */
    private static final List<Integer> EXPLORED = List.of(20, 100, 500);

    private static final Map<Integer, Engines> BY_FACES = new ConcurrentHashMap<>();

    private final People people;
    private final Map<String, Object> indexes = new ConcurrentHashMap<>();
    private final Map<String, Double> secondsToBuild = new ConcurrentHashMap<>();

    private interface Building {
        Object index() throws IOException;
    }

    private Engines(People people) {
        this.people = people;
    }

    static Engines of(int faces) {
        return BY_FACES.computeIfAbsent(faces, number -> new Engines(People.of(number)));
    }

    static List<String> names() {
        return java.util.stream.Stream.of(
                        List.of(GALLERY, GALLERY_AT_GATES),
                        EXPLORED.stream().map(k -> LUCENE + k).toList(),
                        EXPLORED.stream().map(k -> JVECTOR + k).toList(),
                        List.of(SCALAR))
                .flatMap(List::stream)
                .toList();
    }

    People people() {
        return people;
    }

    Engine engine(String name) throws IOException {
        if (name.startsWith(LUCENE)) {
            return new Lucene((IndexSearcher) index(LUCENE, () -> Lucene.index(people.enrolled())), explored(name));
        }
        if (name.startsWith(JVECTOR)) {
            return new JVector(
                    (JVector.Index) index(JVECTOR, () -> JVector.index(people.enrolled(), people.dimension())),
                    explored(name));
        }
        if (name.startsWith(GALLERY)) {
            Gallery gallery = (Gallery) index(GALLERY, () -> OwnGallery.index(people.enrolled(), people.dimension()));
            return new OwnGallery(gallery, name.equals(GALLERY) ? OwnGallery.NONE : OwnGallery.OF_GATES);
        }
        return new Scalar(people.enrolled());
    }

    /** How long the index of an engine took to build; nothing where there is none. */
    double secondsToBuild(String name) {
        return secondsToBuild.entrySet().stream()
                .filter(index -> name.startsWith(index.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /** How often an engine finds the right one, of those asked for by enrolled people or by strangers. */
    double recall(String name, boolean byEnrolled) throws IOException {
        Engine engine = engine(name);
        int right = 0;
        List<Integer> asked = people.asked(byEnrolled);
        for (int query : asked) {
            right += engine.nearest(people.queries().get(query)) == people.answers()[query] ? 1 : 0;
        }
        return (double) right / asked.size();
    }

    private Object index(String name, Building building) throws IOException {
        Object known = indexes.get(name);
        if (known != null) {
            return known;
        }
        long started = System.nanoTime();
        Object built = building.index();
        secondsToBuild.put(name, (System.nanoTime() - started) / 1e9);
        indexes.put(name, built);
        return built;
    }

    private static int explored(String name) {
        return Integer.parseInt(name.substring(name.lastIndexOf(' ') + 1));
    }
}
