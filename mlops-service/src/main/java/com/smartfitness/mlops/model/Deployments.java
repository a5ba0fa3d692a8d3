package com.smartfitness.mlops.model;

import com.smartfitness.defaults.web.Cursor;
import com.smartfitness.defaults.web.Page;
import com.smartfitness.events.DescriptorModel;
import com.smartfitness.events.ModelDeployedEvent;
import com.smartfitness.events.ModelType;
import com.smartfitness.mlops.objects.ObjectStores;
import com.smartfitness.replication.EventPublisher;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which model of each type is to be used. A deployment, its place in the history and the event that tells of it are one
 * transaction; going back is a deployment like any other.
 */
@Service
public class Deployments {

    private final JdbcClient jdbc;
    private final Models models;
    private final ObjectStores stores;
    private final EventPublisher events;
    private final Clock clock;

    Deployments(JdbcClient jdbc, Models models, ObjectStores stores, EventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.stores = stores;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts a registered model to use.
     *
     * @param cause who or what wants it: {@code BUILD}, a run's id, or an operator's
     * @throws DeploymentRefusedException where there is no such model, or it is in use already
     */
    @Transactional
    public Deployment deploy(ModelType type, String version, String cause) {
        RegisteredModel model =
                models.find(type, version).orElseThrow(() -> DeploymentRefusedException.unknown(type, version));
        String before = lockCurrent(type);
        if (version.equals(before)) {
            throw DeploymentRefusedException.inUse(type, version);
        }
        return replace(model, before, cause);
    }

    /** Puts a registered model to use, unless one of its type is; tells whether it did. */
    @Transactional
    boolean deployFirst(ModelType type, String version, String cause) {
        if (lockCurrent(type) != null) {
            return false;
        }
        deploy(type, version, cause);
        return true;
    }

    /**
     * Puts the model to use again that was in use before the present one.
     *
     * @throws DeploymentRefusedException where there was none
     */
    @Transactional
    Deployment rollBack(ModelType type, String cause) {
        lockCurrent(type);
        String before =
                jdbc.sql("""
                select previous_version from deployment_history where model_type = ? order by number desc limit 1
                """).param(type.name()).query(String.class).optional().orElse(null);
        if (before == null) {
            throw DeploymentRefusedException.nothingBefore(type);
        }
        return deploy(type, before, cause);
    }

    /** When the present model was put to use. */
    public Optional<Instant> latest(ModelType type) {
        return jdbc.sql("select deployed_at from deployment where model_type = ?")
                .param(type.name())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The newest first. */
    Page<Deployment> history(ModelType type, int limit, Cursor from) {
        List<Deployment> rows = jdbc.sql("""
                select * from deployment_history
                where model_type = :type and (deployed_at, number::text) < (:at, :id)
                order by deployed_at desc, number::text desc limit :limit
                """)
                .param("type", type.name())
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("limit", limit + 1)
                .query((row, _) -> new Deployment(
                        row.getLong("number"),
                        type,
                        row.getString("version"),
                        row.getString("previous_version"),
                        row.getDouble("threshold"),
                        row.getString("caused_by"),
                        row.getTimestamp("deployed_at").toInstant()))
                .list();
        return Page.of(rows, limit, last -> new Cursor(last.deployedAt(), String.valueOf(last.number())).text());
    }

    /** Who else deploys this type waits until this transaction ends, also where nothing is in use yet. */
    private @Nullable String lockCurrent(ModelType type) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("deployment of " + type)
                .query()
                .singleRow();
        Optional<String> current = jdbc.sql("select version from deployment where model_type = ?")
                .param(type.name())
                .query(String.class)
                .optional();
        return current.orElse(null);
    }

    private @Nullable DescriptorModel descriptorOf(RegisteredModel model) {
        String version = model.descriptor();
        return version == null
                ? null
                : models.find(ModelType.FACE, version)
                        .map(descriptor -> new DescriptorModel(
                                version,
                                stores.models().urlOf(descriptor.artifactKey()),
                                descriptor.sha256(),
                                descriptor.threshold(),
                                descriptor.metrics().getOrDefault(RegisteredModel.MARGIN, 0.0)))
                        .orElseThrow(() -> DeploymentRefusedException.unknown(ModelType.FACE, version));
    }

    private Deployment replace(RegisteredModel model, @Nullable String before, String cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String type = model.modelType().name();
        jdbc.sql("""
                insert into deployment (model_type, version, threshold, deployed_at) values (?, ?, ?, ?)
                on conflict (model_type) do update
                set version = excluded.version, threshold = excluded.threshold, deployed_at = excluded.deployed_at
                """)
                .params(type, model.version(), model.threshold(), Timestamp.from(now))
                .update();
        long number = jdbc.sql("""
                insert into deployment_history
                    (model_type, version, previous_version, threshold, caused_by, deployed_at)
                values (:type, :version, :before, :threshold, :cause, :at) returning number
                """)
                .param("type", type)
                .param("version", model.version())
                .param("before", before)
                .param("threshold", model.threshold())
                .param("cause", cause)
                .param("at", Timestamp.from(now))
                .query(Long.class)
                .single();
        events.publish(new ModelDeployedEvent(
                model.modelType(),
                model.version(),
                stores.models().urlOf(model.artifactKey()),
                model.sha256(),
                model.metrics(),
                model.threshold(),
                before,
                model.faceModel(),
                descriptorOf(model),
                now));
        return new Deployment(number, model.modelType(), model.version(), before, model.threshold(), cause, now);
    }
}
