package com.smartfitness.bench.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Lucene's HNSW graph with its default settings, in memory and in one segment. */
record Lucene(IndexSearcher searcher, int explored) implements Engine {

    private static final String FIELD = "face";
    private static final int BUFFER_MB = 1_500;

    static IndexSearcher index(List<float[]> enrolled) throws IOException {
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(BUFFER_MB))) {
            for (float[] face : enrolled) {
                Document document = new Document();
                document.add(new KnnFloatVectorField(FIELD, face, VectorSimilarityFunction.DOT_PRODUCT));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
        return new IndexSearcher(DirectoryReader.open(directory));
    }

    @Override
    public int nearest(float[] query) throws IOException {
        return searcher.search(new KnnFloatVectorQuery(FIELD, query, explored), 1).scoreDocs[0].doc;
    }
}
