package com.smartfitness.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.smartfitness.devices.MadeUpFaces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer is that of comparing with everybody, one by one. */
class GalleryTest {

    private static final double EVERYBODY = -2;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 100, 128, 512})
    void findsTheBestTwoOfManyStrangersAsAComparisonWithAllDoes(int dimension) {
        MadeUpFaces faces = new MadeUpFaces(dimension, dimension);
        Map<String, float[]> enrolled = new LinkedHashMap<>();
        for (int i = 0; i < 600; i++) {
            enrolled.put("F" + i, faces.anybody());
        }
        Gallery gallery = galleryOf(dimension, enrolled);

        for (int i = 0; i < 30; i++) {
            assertFindsTheSame(gallery, enrolled, faces.anybody());
        }
    }

    @Test
    void findsTheBestTwoAmongPeopleWhoLookAlike() {
        MadeUpFaces faces = new MadeUpFaces(128, 1);
        Map<String, float[]> enrolled = new LinkedHashMap<>();
        for (int family = 0; family < 20; family++) {
            float[] parent = faces.anybody();
            for (int member = 0; member < 20; member++) {
                enrolled.put("F" + family + "-" + member, faces.again(parent, 0.999));
            }
        }
        Gallery gallery = galleryOf(128, enrolled);

        for (float[] face : enrolled.values()) {
            assertFindsTheSame(gallery, enrolled, faces.again(face, 0.9999));
        }
    }

    @Test
    void findsTheSameInVectorsThatAreNothingLikeFaces() {
        Random random = new Random(2);
        Map<String, float[]> enrolled = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            float[] spiked = new float[96];
            spiked[random.nextInt(96)] = 1;
            spiked[random.nextInt(96)] = -1e-7f;
            enrolled.put("spike" + i, MadeUpFaces.normalised(spiked));
            float[] flat = new float[96];
            Arrays.fill(flat, random.nextBoolean() ? 1 : -1);
            flat[random.nextInt(96)] = random.nextFloat();
            enrolled.put("flat" + i, MadeUpFaces.normalised(flat));
        }
        Gallery gallery = galleryOf(96, enrolled);

        enrolled.values().forEach(vector -> assertFindsTheSame(gallery, enrolled, vector));
        assertFindsTheSame(gallery, enrolled, new float[96]);
    }

    @Test
    void goesOnRightAfterReplacementsAndRemovalsOverSeveralChunks() {
        MadeUpFaces faces = new MadeUpFaces(16, 3);
        Random random = new Random(3);
        Map<String, float[]> enrolled = new LinkedHashMap<>();
        Gallery gallery = new Gallery(16);
        for (int step = 0; step < 15_000; step++) {
            String id = "F" + random.nextInt(9_000);
            if (random.nextInt(10) == 0) {
                assertThat(gallery.remove(id)).isEqualTo(enrolled.remove(id) != null);
            } else {
                float[] face = faces.anybody();
                gallery.put(id, face);
                enrolled.put(id, face);
            }
        }

        assertThat(gallery.size()).isEqualTo(enrolled.size()).isGreaterThan(Chunk.CAPACITY);
        assertThat(gallery.ids()).hasSameElementsAs(enrolled.keySet());
        for (int i = 0; i < 50; i++) {
            assertFindsTheSame(gallery, enrolled, faces.anybody());
        }
        enrolled.keySet().forEach(gallery::remove);
        assertThat(gallery.nearest(faces.anybody(), EVERYBODY)).isEqualTo(new Nearest(null, EVERYBODY, EVERYBODY));
    }

    /** What a floor leaves out makes no difference to those above it. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0.1, 0.45, 0.8, 1.1})
    void findsThoseAboveAFloorAsAComparisonWithAllDoes(double floor) {
        MadeUpFaces faces = new MadeUpFaces(128, 6);
        Map<String, float[]> enrolled = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            float[] face = faces.anybody();
            enrolled.put("F" + i, face);
            enrolled.put("sibling of F" + i, faces.again(face, 0.9));
        }
        Gallery gallery = galleryOf(128, enrolled);

        for (int i = 0; i < 300; i++) {
            float[] query = faces.again(enrolled.get("F" + i), i / 300.0);
            Nearest all = gallery.nearest(query, EVERYBODY);

            Nearest found = gallery.nearest(query, floor);

            assertThat(found.id()).isEqualTo(all.similarity() > floor ? all.id() : null);
            assertThat(found.similarity()).isCloseTo(Math.max(all.similarity(), floor), within(1e-12));
            assertThat(found.runnerUp()).isCloseTo(Math.max(all.runnerUp(), floor), within(1e-12));
        }
    }

    @Test
    void leavesNothingOfARemovedTemplate() {
        Chunk chunk = new Chunk(64);
        chunk.put(9, "F1", new MadeUpFaces(64, 4).anybody());

        chunk.clear(9);

        assertThat(chunk.id(9)).isNull();
        assertThat(chunk.template(9)).containsOnly(0);
        long[] products = new long[Chunk.CAPACITY];
        int[] ones = new int[64];
        Arrays.fill(ones, 1);
        BitPlanes planes = new BitPlanes(64, 5, 16);
        planes.put(9, ones);
        planes.clear(9);
        planes.multiply(BitPlanes.query(ones), 16, products);
        assertThat(products).containsOnly(0);
    }

    /** People who stay are found whatever comes and goes beside them. */
    @Test
    void searchesWhileItChanges() throws Exception {
        MadeUpFaces faces = new MadeUpFaces(64, 5);
        Map<String, float[]> staying = new LinkedHashMap<>();
        for (int i = 0; i < 200; i++) {
            staying.put("stays" + i, faces.anybody());
        }
        Gallery gallery = galleryOf(64, staying);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> searches = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                searches.add(threads.submit(() -> {
                    do {
                        staying.forEach((id, face) -> {
                            Nearest found = gallery.nearest(face, EVERYBODY);
                            assertThat(found.id()).isEqualTo(id);
                            assertThat(found.similarity()).isCloseTo(1, within(1e-6));
                        });
                    } while (!done.get());
                }));
            }
            for (int i = 0; i < 5_000; i++) {
                gallery.put("comes" + i, faces.anybody());
                gallery.remove("comes" + (i - 50));
                String moving = "stays" + i % 200;
                gallery.put(moving, staying.get(moving));
            }
            done.set(true);
            for (Future<?> search : searches) {
                search.get();
            }
        }
    }

    @Test
    void rejectsVectorsOfAnotherModel() {
        Gallery gallery = new Gallery(512);

        assertThatIllegalArgumentException().isThrownBy(() -> gallery.put("F1", new float[128]));
        assertThatIllegalArgumentException().isThrownBy(() -> gallery.nearest(new float[128], EVERYBODY));
    }

    private static Gallery galleryOf(int dimension, Map<String, float[]> enrolled) {
        Gallery gallery = new Gallery(dimension);
        enrolled.forEach(gallery::put);
        return gallery;
    }

    private static void assertFindsTheSame(Gallery gallery, Map<String, float[]> enrolled, float[] query) {
        double[] similarities = enrolled.values().stream()
                .mapToDouble(face -> product(face, query))
                .sorted()
                .toArray();

        Nearest found = gallery.nearest(query, EVERYBODY);

        assertThat(found.similarity()).isCloseTo(similarities[similarities.length - 1], within(1e-12));
        assertThat(found.runnerUp()).isCloseTo(similarities[similarities.length - 2], within(1e-12));
        assertThat(product(enrolled.get(found.id()), query)).isCloseTo(found.similarity(), within(1e-12));
    }

    private static double product(float[] one, float[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += (double) one[d] * other[d];
        }
        return sum;
    }
}
