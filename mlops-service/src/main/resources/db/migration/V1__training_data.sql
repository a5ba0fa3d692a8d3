-- Copies of what other services own, filled by replication. Nothing but the key is required of them: what an event
-- lacks, it lacks.
create table training_task (
    task_id           text primary key,
    helper_id         text,
    branch_id         text,
    photo_url         text,
    photo_sha256      text,
    submitted_at      timestamptz,
    ai_result         text,
    confidence        double precision,
    model_version     text,
    judged_at         timestamptz,
    corrected_result  text,
    correction_reason text,
    confirmed_by      text,
    confirmed_at      timestamptz
);

create table known_helper (
    user_id   text primary key,
    alias     text,
    branch_id text,
    status    text
);

create table known_branch (
    branch_id text primary key,
    name      text,
    owner_id  text,
    time_zone text,
    status    text
);

-- The photo of a confirmed task, and how far it has been copied. A row of its own, because replication may write and
-- remove the task's, and the copy is not to depend on that.
create table sample_photo (
    task_id         text primary key,
    photo_url       text,
    expected_sha256 text,
    arrived_at      timestamptz not null default now(),
    state           text        not null default 'PENDING' check (state in ('PENDING', 'FETCHED', 'REFUSED')),
    reason          text,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    object_key      text,
    sha256          text,
    size            bigint,
    content_type    text,
    fetched_at      timestamptz,
    check (state <> 'FETCHED' or (object_key is not null and sha256 is not null))
);

create index sample_photo_due on sample_photo (next_attempt_at) where state = 'PENDING';
create index sample_photo_newest on sample_photo (arrived_at desc, task_id desc);
create index training_task_branch on training_task (branch_id) where corrected_result is not null;

-- A confirmed task is a sample in the same moment, whichever way it came: as an event, in a snapshot, from outside.
-- Another address or digest, as when the owner's own event follows an outsider's, is another photo to fetch.
create function expect_photo() returns trigger language plpgsql as $$
begin
    insert into sample_photo (task_id, photo_url, expected_sha256)
    values (new.task_id, new.photo_url, new.photo_sha256)
    on conflict (task_id) do update
    set photo_url = excluded.photo_url, expected_sha256 = excluded.expected_sha256,
        state = 'PENDING', reason = null, attempts = 0, next_attempt_at = now(),
        object_key = null, sha256 = null, size = null, content_type = null, fetched_at = null
    where sample_photo.photo_url is distinct from excluded.photo_url
       or sample_photo.expected_sha256 <> excluded.expected_sha256;
    if found then
        perform pg_notify('sample_photo', '');
    end if;
    return null;
end
$$;

create trigger sample_arrives after insert or update on training_task
    for each row when (new.corrected_result is not null) execute function expect_photo();
