package com.smartfitness.bench.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.smartfitness.bench.machine.StoreOf;
import com.smartfitness.events.EventType;
import com.smartfitness.events.Judgement;
import com.smartfitness.events.TaskConfirmedEvent;
import com.smartfitness.events.TaskEvent;
import com.smartfitness.events.TaskJudgedEvent;
import com.smartfitness.fleet.FleetPlan;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tasks of long ago, as helper-service publishes them: rows of its published state, put there because clients could not
 * send in so many while a benchmark waits. From there they reach others as all does, by snapshots.
 */
public final class PublishedTasks {

    /** Stands for the number of a task, and for that of a helper who has sent in twenty. */
    private static final String TASK = "#";

    private static final String HELPER = "@";
    private static final String INSERT = """
            insert into replication.published_state (aggregate, id, version, type, time, data)
            select 'task', replace(?, '#', n::text), 1, ?, now(), replace(replace(?, '#', n::text), '@', (n / 20)::text)
            from generate_series(?::int, ?::int) n
            """;

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final FleetPlan plan;
    private final String branchId;
    private final Instant then = Instant.now().truncatedTo(ChronoUnit.DAYS);

    /** Of a branch. */
    public PublishedTasks(FleetPlan plan, String branchId) {
        this.plan = plan;
        this.branchId = branchId;
    }

    /** So many that wait for their owner. */
    public void judged(int count) throws SQLException {
        insert(
                new TaskJudgedEvent(
                        "judged-" + TASK,
                        "helper-" + HELPER,
                        branchId,
                        "s3://helper-photos/none-" + TASK,
                        "0".repeat(64),
                        then,
                        Judgement.GOOD,
                        0.9,
                        "first",
                        then),
                0,
                count);
    }

    /**
     * Of which the owner has agreed with the model.
     *
     * @param shown what both see
     * @param photoUrl of the photos, to which each task's number is added
     * @param first the number of the first
     */
    public void confirmed(Judgement shown, String photoUrl, int first, int count) throws SQLException {
        insert(
                new TaskConfirmedEvent(
                        "confirmed-" + TASK,
                        photoUrl + TASK,
                        shown,
                        shown,
                        branchId,
                        "helper-" + HELPER,
                        then,
                        null,
                        "owner",
                        0.9,
                        "first",
                        null,
                        then,
                        then),
                first,
                count);
    }

    private void insert(TaskEvent event, int first, int count) throws SQLException {
        EventType type = event.getClass().getAnnotation(EventType.class);
        try (StoreOf helper = StoreOf.service(plan, "helper-service")) {
            helper.change(
                    INSERT, event.taskId(), type.value(), JSON.writeValueAsString(event), first, first + count - 1);
        }
    }
}
