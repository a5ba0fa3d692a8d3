package com.smartfitness.mlops.model;

import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.model.RegisteredModel.Lineage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** ModelDatabase: the models that were ever registered. One that is registered never changes. */
@Repository
public class Models {

    static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};
    static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Models(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Registers the model, unless it has been: a version is named by its content. */
    public void register(RegisteredModel model) {
        Lineage lineage = model.lineage();
        jdbc.sql("""
                insert into model (model_type, version, artifact_key, sha256, size, labels, metrics, created_at,
                                   run_id, snapshot_id, parameters, code_version, threshold)
                values (:type, :version, :key, :sha256, :size, :labels, :metrics::jsonb, :at,
                        :run, :snapshot, :parameters::jsonb, :code, :threshold)
                on conflict do nothing
                """)
                .param("type", model.modelType().name())
                .param("version", model.version())
                .param("key", model.artifactKey())
                .param("sha256", model.sha256())
                .param("size", model.size())
                .param("labels", model.labels())
                .param("metrics", json.writeValueAsString(model.metrics()))
                .param("at", Timestamp.from(model.createdAt()))
                .param("run", lineage.runId())
                .param("snapshot", lineage.snapshotId())
                .param("parameters", json.writeValueAsString(lineage.parameters()))
                .param("code", lineage.codeVersion())
                .param("threshold", model.threshold())
                .update();
    }

    public Optional<RegisteredModel> find(ModelType type, String version) {
        return jdbc.sql("select * from model where model_type = ? and version = ?")
                .params(type.name(), version)
                .query((row, _) -> model(row))
                .optional();
    }

    /** The one that is to be used; empty before the first deployment. */
    public Optional<RegisteredModel> current(ModelType type) {
        return jdbc.sql("select m.* from model m join deployment using (model_type, version) where model_type = ?")
                .param(type.name())
                .query((row, _) -> model(row))
                .optional();
    }

    private RegisteredModel model(ResultSet row) throws SQLException {
        return new RegisteredModel(
                ModelType.valueOf(row.getString("model_type")),
                row.getString("version"),
                row.getString("artifact_key"),
                row.getString("sha256"),
                row.getInt("size"),
                row.getString("labels"),
                row.getDouble("threshold"),
                json.readValue(row.getString("metrics"), METRICS),
                new Lineage(
                        row.getString("run_id"),
                        row.getString("snapshot_id"),
                        json.readValue(row.getString("parameters"), PARAMETERS),
                        row.getString("code_version")),
                row.getTimestamp("created_at").toInstant());
    }
}
