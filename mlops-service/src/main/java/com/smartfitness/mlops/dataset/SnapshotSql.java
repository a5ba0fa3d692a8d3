package com.smartfitness.mlops.dataset;

/** How a snapshot is put together: two statements over the same samples, in one transaction. */
final class SnapshotSql {

    /**
     * Confirmed samples whose photo has been looked at; of equal photos the first that arrived. A photo is held out only
     * if nobody who took photos to learn from has taken it, and if no snapshot has ever had it to learn from; the other
     * way round likewise. What is on neither side is left out.
     */
    private static final String SAMPLES_NOW = """
            with usable as (
                select t.task_id, t.helper_id, t.branch_id, t.corrected_result as label, t.confirmed_at,
                       t.corrected_result is distinct from t.ai_result as corrected,
                       p.sha256, p.arrived_at, p.held_out
                from training_task t join sample_photo p using (task_id) join sample_picture s using (sha256)
                where t.corrected_result in ('양호', '미흡') and p.state = 'FETCHED'
                  and s.features is not null and s.features_version = :features
            ), single as (
                select distinct on (sha256) * from usable order by sha256, arrived_at, task_id
            ), chosen as (
                select * from single as one
                where not exists (
                        select from dataset_sample before
                        where before.sha256 = one.sha256 and before.held_out <> one.held_out)
                  and not (one.held_out and exists (
                        select from single other
                        where other.helper_id = one.helper_id and not other.held_out))
            )
            """;

    static final String SAMPLES = SAMPLES_NOW + """
            insert into dataset_sample
                (snapshot_id, task_id, sha256, label, corrected, branch_id, confirmed_at, held_out)
            select :id, task_id, sha256, label, corrected, branch_id, confirmed_at, held_out from chosen
            """;

    static final String HEADER = SAMPLES_NOW + """
            insert into dataset_snapshot
                (snapshot_id, model_type, created_at, samples, held_out, corrected, duplicates,
                 corrections_known, corrections_reached, counts)
            select :id, :type, now(),
                   (select count(*) from chosen),
                   (select count(*) from chosen where held_out),
                   (select count(*) from chosen where corrected),
                   (select count(*) from usable) - (select count(*) from single),
                   (select count(*) from training_task t join sample_photo p using (task_id)
                    where t.corrected_result is not null and t.corrected_result is distinct from t.ai_result),
                   (select count(*) from usable u
                    where u.corrected and exists (select from chosen c where c.sha256 = u.sha256)),
                   jsonb_build_object(
                       'label', (select coalesce(jsonb_object_agg(label, n), '{}')
                                 from (select label, count(*) n from chosen group by 1) by_label),
                       'branch', (select coalesce(jsonb_object_agg(branch, n), '{}')
                                  from (select coalesce(branch_id, 'unknown') branch, count(*) n
                                        from chosen group by 1) by_branch),
                       'month', (select coalesce(jsonb_object_agg(month, n), '{}')
                                 from (select coalesce(to_char(confirmed_at at time zone 'UTC', 'YYYY-MM'), 'unknown')
                                              as month, count(*) n
                                       from chosen group by 1) by_month))
            """;

    private SnapshotSql() {}
}
