package com.smartfitness.bench.search;

import com.smartfitness.devices.MadeUpFaces;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is enrolled, who is looked for, and who is right.
 *
 * @param enrolled unit vectors
 * @param queries those at even places are other photos of enrolled people, the others are strangers
 * @param answers number of the most similar one of {@code enrolled}, of all compared, for each query
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record People(List<float[]> enrolled, List<float[]> queries, int[] answers) {

    private static final int DIMENSION = 512;
    private static final int QUERIES = 400;

    /** Of another photo of the same person. */
    private static final double SIMILARITY = 0.7;

    static People of(int number) {
        MadeUpFaces faces = new MadeUpFaces(DIMENSION, 11);
        List<float[]> enrolled = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            enrolled.add(faces.anybody());
        }
        List<float[]> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            queries.add(i % 2 == 0 ? faces.again(enrolled.get(i * 7 % number), SIMILARITY) : faces.anybody());
        }
        Scalar scalar = new Scalar(enrolled);
        return new People(
                enrolled, queries, queries.stream().mapToInt(scalar::nearest).toArray());
    }

    int dimension() {
        return DIMENSION;
    }

    /** The queries of enrolled people, or of strangers. */
    List<Integer> asked(boolean byEnrolled) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = byEnrolled ? 0 : 1; i < queries.size(); i += 2) {
            numbers.add(i);
        }
        return numbers;
    }
}
