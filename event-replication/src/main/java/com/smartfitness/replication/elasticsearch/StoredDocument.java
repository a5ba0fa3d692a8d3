package com.smartfitness.replication.elasticsearch;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as it was read. What is written in its place is refused if somebody else has written meanwhile.
 *
 * @param index the index that it is in, by its own name, so that the place cannot be taken for one in another index; the
 *     alias that was asked if there is no such document
 * @param sequence Elasticsearch's number of the write that made it; without meaning if there is no such document
 * @param term of the primary shard that made it; without meaning if there is no such document
 * @param source null if there is no such document
 */
record StoredDocument(
        String index,
        String id,
        long sequence,
        long term,
        @Nullable ObjectNode source) {

    /** A copy to be changed; empty if there is no such document. */
    ObjectNode copy() {
        return source == null ? JsonNodeFactory.instance.objectNode() : source.deepCopy();
    }

    /** What to write in its place; null to delete it. */
    DocumentWrite replacedBy(@Nullable ObjectNode next) {
        return new DocumentWrite(this, next);
    }
}
