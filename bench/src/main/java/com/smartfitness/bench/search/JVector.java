package com.smartfitness.bench.search;

import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.github.jbellis.jvector.vector.types.VectorTypeSupport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JVector's graph with the settings of its introduction, in memory; scores are exact. */
record JVector(Index index, int explored) implements Engine {

    private static final VectorTypeSupport TYPES =
            VectorizationProvider.getInstance().getVectorTypeSupport();
    private static final VectorSimilarityFunction SIMILARITY = VectorSimilarityFunction.DOT_PRODUCT;
    private static final int DEGREE = 16;
    private static final int CONSTRUCTION_WIDTH = 100;
    private static final float OVERFLOW = 1.2f;
    private static final float ALPHA = 1.2f;

    /** The graph, and the vectors that it is made of. */
    record Index(ListRandomAccessVectorValues vectors, GraphSearcher searcher) {}

    @SuppressWarnings("deprecation") // all constructors of the builder are, in this release
    static Index index(List<float[]> enrolled, int dimension) throws IOException {
        List<VectorFloat<?>> vectors = new ArrayList<>();
        enrolled.forEach(face -> vectors.add(TYPES.createFloatVector(face)));
        ListRandomAccessVectorValues values = new ListRandomAccessVectorValues(vectors, dimension);
        try (GraphIndexBuilder builder =
                new GraphIndexBuilder(values, SIMILARITY, DEGREE, CONSTRUCTION_WIDTH, OVERFLOW, ALPHA, true)) {
            ImmutableGraphIndex graph = builder.build(values);
            return new Index(values, new GraphSearcher(graph));
        }
    }

    @Override
    public int nearest(float[] query) {
        VectorFloat<?> vector = TYPES.createFloatVector(query);
        return index.searcher()
                .search(DefaultSearchScoreProvider.exact(vector, SIMILARITY, index.vectors()), explored, Bits.ALL)
                .getNodes()[0]
                .node;
    }
}
