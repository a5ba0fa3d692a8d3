package com.smartfitness.helper.task;

import com.smartfitness.helper.photo.PhotoStore;
import com.smartfitness.helper.replica.UserId;
import com.smartfitness.replication.EventPublisher;
import com.smartfitness.replication.trace.TraceContext;
import com.smartfitness.replication.trace.Traces;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tasks. Every change is told to the other services by the transaction that makes it. */
@Repository
public class Tasks {

    private static final String SELECT = "select " + TaskRow.COLUMNS + " from task ";

    private final JdbcClient jdbc;
    private final EventPublisher events;
    private final ApplicationEventPublisher ownEvents;
    private final PhotoStore photos;
    private final Traces traces;

    Tasks(
            JdbcClient jdbc,
            EventPublisher events,
            ApplicationEventPublisher ownEvents,
            PhotoStore photos,
            Traces traces) {
        this.jdbc = jdbc;
        this.events = events;
        this.ownEvents = ownEvents;
        this.photos = photos;
        this.traces = traces;
    }

    /** The task, if there is one. */
    public Optional<Task> find(TaskId id) {
        return jdbc.sql(SELECT + "where task_id = ?")
                .param(id.value())
                .query(TaskRow::read)
                .optional();
    }

    /** The task, which nobody else changes before this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Task> lock(TaskId id) {
        return jdbc.sql(SELECT + "where task_id = ? for update")
                .param(id.value())
                .query(TaskRow::read)
                .optional();
    }

    /**
     * The oldest task that waits for the model and nobody is at. It stays out of sight of others for the given time:
     * if whoever took it fails, its turn comes again.
     */
    @Transactional
    public Optional<Task> takeForJudgement(Duration time) {
        return jdbc.sql("""
                update task set judge_after = now() + ? * interval '1 millisecond'
                where task_id = (
                    select task_id from task where status = 'SUBMITTED' and judge_after <= now()
                    order by submitted_at limit 1 for update skip locked)
                returning\s""" + TaskRow.COLUMNS)
                .param(time.toMillis())
                .query(TaskRow::read)
                .optional();
    }

    /** Begins the next part of a task's story, in the trace in which its photo was sent in. */
    public Traces.Span tell(String what, TaskId id) {
        String story = jdbc.sql("select traceparent from task where task_id = ?")
                .param(id.value())
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(found -> found)
                .orElse(null);
        return traces.tell(what, story);
    }

    /** Keeps what has changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void update(Task task) {
        jdbc.sql("""
                update task set status = :status, ai_result = :aiResult, confidence = :confidence,
                       model_version = :modelVersion, judged_at = :judgedAt, corrected_result = :verdict,
                       correction_reason = :reason, confirmed_by = :confirmedBy, confirmed_at = :confirmedAt
                where task_id = :id
                """).params(TaskRow.parameters(task)).update();
        tell(task);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(Task task, @Nullable String idempotencyKey) {
        jdbc.sql("""
                insert into task (task_id, helper_id, branch_id, status, photo_key, photo_type, photo_sha256,
                                  submitted_at, idempotency_key, traceparent)
                values (:id, :helper, :branch, :status, :photoKey, :photoType, :photoSha256, :submittedAt, :key,
                        :traceparent)
                """)
                .params(TaskRow.parameters(task))
                .param("key", idempotencyKey)
                .param(
                        "traceparent",
                        TraceContext.current().map(TraceContext::traceparent).orElse(null))
                .update();
        tell(task);
        ownEvents.publishEvent(new PhotoSubmitted(task.id()));
    }

    Optional<Task> findByKey(UserId helper, String idempotencyKey) {
        return jdbc.sql(SELECT + "where helper_id = ? and idempotency_key = ?")
                .params(helper.value(), idempotencyKey)
                .query(TaskRow::read)
                .optional();
    }

    private void tell(Task task) {
        events.publish(TaskEvents.of(task, photos.url(task.photo().key())));
    }
}
