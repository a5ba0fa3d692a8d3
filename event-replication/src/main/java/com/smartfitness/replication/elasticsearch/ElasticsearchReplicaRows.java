package com.smartfitness.replication.elasticsearch;

import static java.util.Objects.requireNonNull;

import com.smartfitness.replication.ReplicaRows;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows that {@link ElasticsearchReplicaStore} keeps. */
public final class ElasticsearchReplicaRows implements ReplicaRows {

    private final ElasticsearchLink link;
    private final ElasticsearchIndices indices;
    private final RowInspection inspection;
    private final JsonMapper json;

    public ElasticsearchReplicaRows(ElasticsearchLink link, ElasticsearchIndices indices, JsonMapper json) {
        this.link = link;
        this.indices = indices;
        this.inspection = new RowInspection(link, indices);
        this.json = json;
    }

    /** Has all rows made visible to searches first, so it is meant for thousands of rows, not for every request. */
    @Override
    public <R extends Record> List<R> rows(String table, Class<R> row) {
        return inspection.rows(table).stream()
                .map(stored -> json.treeToValue(requireNonNull(stored.row()), row))
                .toList();
    }

    @Override
    public <R extends Record> Optional<R> row(String table, Class<R> row, String id) {
        return Optional.ofNullable(
                        new StoredRow(link.get(indices.row(table, id)).source()).row())
                .map(stored -> json.treeToValue(stored, row));
    }
}
