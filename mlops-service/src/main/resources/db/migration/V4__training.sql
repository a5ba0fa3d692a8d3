-- Whose photos are held out is decided once, when a helper is first heard of, and never changes: what a model was
-- verified with must not be learnt from later, nor the other way round. Every fifth helper, beginning with the second.
create table sample_group (
    helper_id text primary key,
    number    bigint generated always as identity (start with 0 minvalue 0)
);

alter table sample_photo add column held_out boolean;

create function is_held_out(sample_helper text, sample_task text) returns boolean language plpgsql as $$
declare
    place bigint;
begin
    if sample_helper is null then
        return abs(hashtextextended(sample_task, 0) % 5) = 1;
    end if;
    select number into place from sample_group where helper_id = sample_helper;
    if not found then
        insert into sample_group (helper_id) values (sample_helper) on conflict do nothing;
        select number into place from sample_group where helper_id = sample_helper;
    end if;
    return place % 5 = 1;
end
$$;

create function choose_side() returns trigger language plpgsql as $$
begin
    new.held_out := is_held_out((select helper_id from training_task where task_id = new.task_id), new.task_id);
    return new;
end
$$;

create trigger sample_has_side before insert on sample_photo for each row execute function choose_side();

update sample_photo p set held_out = is_held_out(t.helper_id, t.task_id)
from training_task t where t.task_id = p.task_id;
update sample_photo set held_out = false where held_out is null;
alter table sample_photo alter column held_out set not null;

-- Of an erased helper the samples keep nothing. Which side their photos are on stays with the photos.
create function unlink_helper() returns trigger language plpgsql as $$
begin
    delete from sample_group where helper_id = old.user_id;
    return null;
end
$$;

create trigger helper_is_erased after delete on known_helper for each row execute function unlink_helper();

-- What is learnt from in the place of photos, one for each photo however many samples have it: a small picture in the
-- object store, and its features here. What no reader understands has a reason instead.
create table sample_picture (
    sha256           text primary key,
    features_version text        not null,
    features         bytea,
    reason           text,
    made_at          timestamptz not null default now(),
    check ((features is null) <> (reason is null))
);

create index sample_photo_digest on sample_photo (sha256) where state = 'FETCHED';

-- A dataset as it was at one moment; nothing in it changes any more.
create table dataset_snapshot (
    snapshot_id         text primary key,
    model_type          text        not null,
    created_at          timestamptz not null,
    samples             integer     not null,
    held_out            integer     not null,
    corrected           integer     not null,
    duplicates          integer     not null,
    corrections_known   integer     not null,
    corrections_reached integer     not null,
    counts              jsonb       not null
);

create index dataset_snapshot_newest on dataset_snapshot (created_at desc, snapshot_id desc);

create table dataset_sample (
    snapshot_id  text        not null references dataset_snapshot,
    task_id      text        not null,
    sha256       text        not null,
    label        text        not null,
    corrected    boolean     not null,
    branch_id    text,
    confirmed_at timestamptz,
    held_out     boolean     not null,
    primary key (snapshot_id, task_id),
    unique (snapshot_id, sha256)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A dataset snapshot never changes';
end
$$;

create index dataset_sample_of_photo on dataset_sample (sha256);

create trigger dataset_snapshot_is_immutable before update or delete or truncate on dataset_snapshot
    for each statement execute function refuse_change();
create trigger dataset_sample_is_immutable before update or delete or truncate on dataset_sample
    for each statement execute function refuse_change();

create table training_run (
    run_id        text primary key,
    model_type    text        not null,
    cause         text        not null check (cause in ('NIGHTLY', 'CORRECTIONS', 'DEMAND')),
    asked_by      text,
    status        text        not null,
    stage         text,
    percent       integer     not null default 0,
    reason        text,
    snapshot_id   text references dataset_snapshot,
    version       text,
    metrics       jsonb,
    compared_with text,
    compared      jsonb,
    created_at    timestamptz not null default now(),
    started_at    timestamptz,
    ended_at      timestamptz,
    attempts      integer     not null default 0,
    -- Whoever runs it renews this. Once it is over, somebody else may take the run up.
    lease_until   timestamptz not null default now(),
    lease_of      text,
    cancelled     boolean     not null default false,
    check (status in ('QUEUED', 'RUNNING', 'DEPLOYED', 'KEPT', 'FAILED', 'CANCELLED')),
    check ((ended_at is null) = (status in ('QUEUED', 'RUNNING')))
);

create unique index training_run_one_a_type on training_run (model_type) where ended_at is null;
create index training_run_newest on training_run (created_at desc, run_id desc);

-- Where a model comes from.
alter table model
    add column run_id       text references training_run,
    add column snapshot_id  text references dataset_snapshot,
    add column parameters   jsonb not null default '{}',
    add column code_version text,
    add column threshold    double precision not null default 0.7;

-- Every deployment, rollbacks included; the row in deployment is the last of its type.
create table deployment_history (
    model_type       text             not null,
    number           bigint generated always as identity,
    version          text             not null,
    previous_version text,
    threshold        double precision not null,
    caused_by        text             not null,
    deployed_at      timestamptz      not null,
    primary key (model_type, number),
    foreign key (model_type, version) references model
);

insert into deployment_history (model_type, version, threshold, caused_by, deployed_at)
select model_type, version, threshold, 'BUILD', deployed_at from deployment;

create index training_task_model on training_task (model_version) where corrected_result is not null;
