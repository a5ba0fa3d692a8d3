package com.smartfitness.replication.elasticsearch;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The source's epoch, a document beside the others; 1 where there is none yet. */
public final class SourceEpoch {

    private static final String EPOCH = "epoch";

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;

    public SourceEpoch(ElasticsearchLink link, ElasticsearchIndices indices) {
        this.link = link;
        this.indices = indices;
    }

    long epoch() {
        return epoch(link.get(place()).source());
    }

    long raise() {
        return epoch(link.update(place(), SourceEpoch::raised).source());
    }

    private DocumentPlace place() {
        return indices.control("source");
    }

    private static ObjectNode raised(StoredDocument stored) {
        return stored.copy().put(EPOCH, epoch(stored.source()) + 1);
    }

    private static long epoch(@Nullable ObjectNode source) {
        return source == null ? 1 : source.path(EPOCH).asLong(1);
    }
}
