package com.smartfitness.mlops.dataset;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.laundry.FeatureExtractor;
import com.smartfitness.mlops.laundry.LaundryLabel;
import com.smartfitness.mlops.laundry.PhotoFeatures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The snapshots. The table refuses to change them. */
@Repository
public class DatasetSnapshots {

    private static final TypeReference<Map<String, Map<String, Integer>>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final FeatureExtractor features;

    DatasetSnapshots(JdbcClient jdbc, JsonMapper json, FeatureExtractor features) {
        this.jdbc = jdbc;
        this.json = json;
        this.features = features;
    }

    /**
     * Takes a snapshot of all laundry samples that can be learnt from now, in the running transaction, which must see the
     * same all the time (repeatable read); returns its id.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String take() {
        String id = "D-" + UUID.randomUUID();
        jdbc.sql(SnapshotSql.HEADER)
                .param("id", id)
                .param("type", ModelType.LAUNDRY.name())
                .param("features", features.version())
                .update();
        jdbc.sql(SnapshotSql.SAMPLES)
                .param("id", id)
                .param("features", features.version())
                .update();
        return id;
    }

    /** Hands over all photos of a snapshot, in an order that is always the same. */
    @Transactional(readOnly = true)
    public void each(String snapshotId, Consumer<DatasetSample> reader) {
        try (Stream<DatasetSample> samples = jdbc
                .sql("""
                select d.sha256, d.label, d.held_out, p.features
                from dataset_sample d join sample_picture p using (sha256)
                where d.snapshot_id = ? and p.features_version = ? and p.features is not null order by d.sha256
                """)
                .params(snapshotId, features.version())
                .withFetchSize(500)
                .query((row, _) -> new DatasetSample(
                        row.getString("sha256"),
                        LaundryLabel.ofText(row.getString("label")),
                        row.getBoolean("held_out"),
                        PhotoFeatures.ofBytes(row.getBytes("features"))))
                .stream()) {
            samples.forEach(reader);
        }
    }

    /** The newest first. */
    Page<DatasetSnapshot> page(int limit, Cursor from) {
        List<DatasetSnapshot> rows = jdbc.sql("""
                select * from dataset_snapshot where (created_at, snapshot_id) < (:at, :id)
                order by created_at desc, snapshot_id desc limit :limit
                """)
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("limit", limit + 1)
                .query((row, _) -> snapshot(row))
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.createdAt(), last.snapshotId()).text());
    }

    public Optional<DatasetSnapshot> find(String id) {
        return jdbc.sql("select * from dataset_snapshot where snapshot_id = ?")
                .param(id)
                .query((row, _) -> snapshot(row))
                .optional();
    }

    private DatasetSnapshot snapshot(ResultSet row) throws SQLException {
        int samples = row.getInt("samples");
        int known = row.getInt("corrections_known");
        int reached = row.getInt("corrections_reached");
        return new DatasetSnapshot(
                row.getString("snapshot_id"),
                ModelType.valueOf(row.getString("model_type")),
                row.getTimestamp("created_at").toInstant(),
                samples,
                row.getInt("held_out"),
                row.getInt("corrected"),
                row.getInt("duplicates"),
                known,
                reached,
                samples == 0 ? 0 : (double) row.getInt("corrected") / samples,
                known == 0 ? 1 : (double) reached / known,
                json.readValue(row.getString("counts"), COUNTS));
    }
}
