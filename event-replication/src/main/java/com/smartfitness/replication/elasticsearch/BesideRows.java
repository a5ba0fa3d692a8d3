package com.smartfitness.replication.elasticsearch;

import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service keeps beside the rows of its replicas, in their documents, so that one search sees both: something that
 * it derives from elsewhere. It stays when a row changes, and goes with it.
 */
public final class BesideRows {

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final JsonMapper json;

    public BesideRows(ElasticsearchLink link, ElasticsearchIndices indices, JsonMapper json) {
        this.link = link;
        this.indices = indices;
        this.json = json;
    }

    /**
     * Puts a member beside a row, if there is one. What is derived is derived after the document was read, and again if
     * it was changed meanwhile: of two who do this at once, the one that has seen more wins.
     *
     * @return whether there is a row
     */
    public boolean put(String table, String id, String member, Supplier<Object> derived) {
        StoredDocument after = link.update(
                indices.row(table, id),
                stored -> new StoredRow(stored.source()).row() == null
                        ? null
                        : stored.copy().set(member, json.valueToTree(derived.get())));
        return new StoredRow(after.source()).row() != null;
    }
}
