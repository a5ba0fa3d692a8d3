package com.smartfitness.bench.search;

import java.io.IOException;

/** Finds the most similar of many vectors. */
interface Engine {

    /** Number of the vector that it takes for the most similar one. */
    int nearest(float[] query) throws IOException;
}
