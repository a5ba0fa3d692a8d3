package com.smartfitness.mlops.model;

import com.smartfitness.events.ModelType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** ModelDatabase: the models that were ever registered, and those in use. */
@Repository
class Models {

    private static final TypeReference<Map<String, Double>> METRICS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Models(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    boolean isDeployed(ModelType type) {
        return jdbc.sql("select exists (select from deployment where model_type = :type)")
                .param("type", type.name())
                .query(Boolean.class)
                .single();
    }

    /** Registers the model, unless it has been. */
    void register(ModelType type, BuiltModel model, String artifactKey, Instant at) {
        jdbc.sql("""
                insert into model (model_type, version, artifact_key, sha256, size, labels, metrics, created_at)
                values (:type, :version, :key, :sha256, :size, :labels, :metrics::jsonb, :at)
                on conflict do nothing
                """)
                .param("type", type.name())
                .param("version", model.version())
                .param("key", artifactKey)
                .param("sha256", model.sha256())
                .param("size", model.file().length)
                .param("labels", model.labels())
                .param("metrics", json.writeValueAsString(model.metrics()))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Puts the model to use, unless one of its type is; tells which. Others who try wait for this transaction. */
    boolean deployFirst(ModelType type, BuiltModel model, Instant at) {
        return jdbc.sql("""
                insert into deployment (model_type, version, threshold, deployed_at)
                values (:type, :version, :threshold, :at)
                on conflict do nothing
                """)
                        .param("type", type.name())
                        .param("version", model.version())
                        .param("threshold", model.threshold())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** All of them, the newest first. */
    List<ModelView> all() {
        return jdbc.sql("""
                select m.*, d.version is not null as deployed, d.threshold, d.deployed_at
                from model m left join deployment d using (model_type, version)
                order by m.created_at desc, m.model_type, m.version
                """)
                .query((row, _) -> new ModelView(
                        ModelType.valueOf(row.getString("model_type")),
                        row.getString("version"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        List.of(row.getString("labels").split(",")),
                        json.readValue(row.getString("metrics"), METRICS),
                        row.getTimestamp("created_at").toInstant(),
                        row.getBoolean("deployed"),
                        row.getObject("threshold", Double.class),
                        row.getBoolean("deployed")
                                ? row.getTimestamp("deployed_at").toInstant()
                                : null))
                .list();
    }
}
