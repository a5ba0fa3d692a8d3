package com.smartfitness.access.gallery;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * The search alone, beside Lucene's HNSW, JVector's graph and scalar code, on one thread: time a search, and how often the
 * best match is the best of all. Half of the queries are photos of enrolled people, half strangers.
 *
 * <p>Arguments: number of faces, dimensions.
 */
final class SearchBenchmark {

    private static final int QUERIES = 400;
    private static final int WARM_UP_ROUNDS = 3;
    private static final VectorTypeSupport JVECTOR =
            VectorizationProvider.getInstance().getVectorTypeSupport();

    private final List<float[]> enrolled = new ArrayList<>();
    private final List<float[]> queries = new ArrayList<>();
    private int[] truth = {};

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int faces = Integer.parseInt(arguments[0]);
        int dimension = Integer.parseInt(arguments[1]);
        SearchBenchmark benchmark = new SearchBenchmark();
        Faces source = new Faces(dimension, 11);
        for (int i = 0; i < faces; i++) {
            benchmark.enrolled.add(source.anybody());
        }
        for (int i = 0; i < QUERIES; i++) {
            benchmark.queries.add(
                    i % 2 == 0 ? source.anybody() : source.again(benchmark.enrolled.get(i * 7 % faces), 0.7));
        }
        System.out.printf("%d faces of %d dimensions, %d queries%n", faces, dimension, QUERIES);
        benchmark.run(dimension);
    }

    private void run(int dimension) throws Exception {
        truth = queries.stream().mapToInt(this::scalar).toArray();
        Gallery gallery = new Gallery(dimension);
        long started = System.nanoTime();
        for (int i = 0; i < enrolled.size(); i++) {
            gallery.put(Integer.toString(i), enrolled.get(i));
        }
        say(
                "gallery",
                started,
                query -> Integer.parseInt(String.valueOf(gallery.nearest(query).id())));
        lucene();
        jvector(dimension);
        say("scalar", System.nanoTime(), this::scalar);
    }

    private void lucene() throws Exception {
        try (Directory directory = new ByteBuffersDirectory()) {
            long started = System.nanoTime();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(1_500))) {
                for (float[] face : enrolled) {
                    Document document = new Document();
                    document.add(new KnnFloatVectorField(
                            "face", face, org.apache.lucene.index.VectorSimilarityFunction.DOT_PRODUCT));
                    writer.addDocument(document);
                }
                writer.forceMerge(1);
            }
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                for (int explored : new int[] {2, 20, 100, 500}) {
                    say("Lucene HNSW, k " + explored, started, query -> lucene(searcher, query, explored));
                }
            }
        }
    }

    private static int lucene(IndexSearcher searcher, float[] query, int explored) {
        try {
            return searcher.search(new KnnFloatVectorQuery("face", query, explored), 2).scoreDocs[0].doc;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("deprecation") // all constructors of the builder are, in this release
    private void jvector(int dimension) throws Exception {
        List<VectorFloat<?>> vectors = new ArrayList<>();
        enrolled.forEach(face -> vectors.add(JVECTOR.createFloatVector(face)));
        ListRandomAccessVectorValues values = new ListRandomAccessVectorValues(vectors, dimension);
        long started = System.nanoTime();
        try (GraphIndexBuilder builder =
                new GraphIndexBuilder(values, VectorSimilarityFunction.DOT_PRODUCT, 16, 100, 1.2f, 1.2f, true)) {
            ImmutableGraphIndex graph = builder.build(values);
            for (int explored : new int[] {2, 20, 100, 500}) {
                try (GraphSearcher searcher = new GraphSearcher(graph)) {
                    say("JVector, k " + explored, started, query -> {
                        VectorFloat<?> vector = JVECTOR.createFloatVector(query);
                        return searcher.search(
                                        DefaultSearchScoreProvider.exact(
                                                vector, VectorSimilarityFunction.DOT_PRODUCT, values),
                                        explored,
                                        Bits.ALL)
                                .getNodes()[0]
                                .node;
                    });
                }
            }
        }
    }

    private int scalar(float[] query) {
        int best = 0;
        double bestProduct = -2;
        for (int i = 0; i < enrolled.size(); i++) {
            float[] face = enrolled.get(i);
            float product = 0;
            for (int d = 0; d < query.length; d++) {
                product += face[d] * query[d];
            }
            if (product > bestProduct) {
                bestProduct = product;
                best = i;
            }
        }
        return best;
    }

    private void say(String name, long started, ToIntFunction<float[]> search) {
        double built = (System.nanoTime() - started) / 1e9;
        long[] times = new long[queries.size()];
        int right = 0;
        for (int round = 0; round <= WARM_UP_ROUNDS; round++) {
            right = 0;
            for (int i = 0; i < times.length; i++) {
                long before = System.nanoTime();
                int found = search.applyAsInt(queries.get(i));
                times[i] = System.nanoTime() - before;
                right += found == truth[i] ? 1 : 0;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "%-20s median %8.3f ms  p99 %8.3f ms  recall@1 %.4f  ready after %.1f s%n",
                name,
                times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6,
                (double) right / times.length,
                built);
    }
}
