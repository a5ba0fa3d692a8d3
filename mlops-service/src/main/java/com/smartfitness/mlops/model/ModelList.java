package com.smartfitness.mlops.model;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.ModelType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Models with where they come from and what became of them: how often owners disagree, who uses them. */
@Repository
class ModelList {

    private static final TypeReference<List<ModelView.Use>> USES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ModelList(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The newest first. */
    Page<ModelView> page(@Nullable ModelType type, int limit, Cursor from) {
        List<ModelView> rows = jdbc.sql("""
                select m.*, d.deployed_at, r.cause, r.asked_by, c.confirmed, c.corrected,
                       (select coalesce(json_agg(json_build_object(
                                   'instance', u.instance, 'activated', u.activated, 'reason', u.reason, 'at', u.at)
                                   order by u.instance), '[]')
                        from model_use u where u.model_type = m.model_type and u.version = m.version) as uses
                from model m
                left join deployment d using (model_type, version)
                left join training_run r using (run_id)
                left join lateral (
                    select count(*) as confirmed,
                           count(*) filter (where t.corrected_result is distinct from t.ai_result) as corrected
                    from training_task t
                    where t.corrected_result is not null and m.model_type = 'LAUNDRY' and t.model_version = m.version
                ) c on true
                where (:type::text is null or m.model_type = :type)
                  and (m.created_at, m.version) < (:at, :id)
                order by m.created_at desc, m.version desc limit :limit
                """)
                .param("type", type == null ? null : type.name())
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("limit", limit + 1)
                .query((row, _) -> view(row))
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.createdAt(), last.version()).text());
    }

    private ModelView view(ResultSet row) throws SQLException {
        Timestamp deployedAt = row.getTimestamp("deployed_at");
        long confirmed = row.getLong("confirmed");
        return new ModelView(
                ModelType.valueOf(row.getString("model_type")),
                row.getString("version"),
                row.getString("sha256"),
                row.getLong("size"),
                List.of(row.getString("labels").split(",")),
                json.readValue(row.getString("metrics"), Models.METRICS),
                row.getTimestamp("created_at").toInstant(),
                deployedAt != null,
                row.getDouble("threshold"),
                deployedAt == null ? null : deployedAt.toInstant(),
                row.getString("run_id"),
                row.getString("snapshot_id"),
                row.getString("cause"),
                row.getString("asked_by"),
                json.readValue(row.getString("parameters"), Models.PARAMETERS),
                row.getString("code_version"),
                confirmed,
                confirmed == 0 ? null : (double) row.getLong("corrected") / confirmed,
                json.readValue(row.getString("uses"), USES));
    }
}
