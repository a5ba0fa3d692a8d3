package com.smartfitness.replication.elasticsearch;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a document in the place of one that was read, unless somebody else was faster.
 *
 * @param after null to delete it
 */
record DocumentWrite(StoredDocument before, @Nullable ObjectNode after) {

    /** Only what is there can have been changed by others; what is not must still not be there. */
    BulkOperation operation() {
        if (before.source() == null) {
            return BulkOperation.of(operation -> operation.create(create -> create.index(before.index())
                    .id(before.id())
                    .requireAlias(true)
                    .document(after)));
        }
        if (after == null) {
            return BulkOperation.of(operation -> operation.delete(delete -> delete.index(before.index())
                    .id(before.id())
                    .ifSeqNo(before.sequence())
                    .ifPrimaryTerm(before.term())));
        }
        return BulkOperation.of(operation -> operation.index(index -> index.index(before.index())
                .id(before.id())
                .ifSeqNo(before.sequence())
                .ifPrimaryTerm(before.term())
                .document(after)));
    }

    /** The document that it has become. */
    StoredDocument written(String index, long sequence, long term) {
        return new StoredDocument(index, before.id(), sequence, term, after);
    }
}
