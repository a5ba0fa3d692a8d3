create table branch (
    branch_id     text primary key,
    owner_id      text             not null,
    name          text             not null,
    address       text             not null,
    latitude      double precision,
    longitude     double precision,
    time_zone     text             not null,
    opening_hours jsonb            not null,
    size          integer,
    equipment     text[]           not null,
    amenities     text[]           not null,
    introduction  text,
    status        text             not null check (status in ('OPEN', 'CLOSED')),
    -- One step an edit; what clients see as ETag.
    revision      bigint           not null check (revision > 0),
    created_at    timestamptz      not null,
    check ((latitude is null) = (longitude is null))
);

create index branch_newest_first on branch (created_at desc, branch_id desc);
create index branch_of_owner on branch (owner_id, created_at desc, branch_id desc);

-- From events of auth-service: owners and helpers.
create table known_user (
    user_id   text primary key,
    role      text not null,
    alias     text not null,
    branch_id text,
    status    text not null
);

-- From events of helper-service. What they may leave out is nullable.
create table known_task (
    task_id           text primary key,
    helper_id         text not null,
    branch_id         text not null,
    submitted_at      timestamptz,
    ai_result         text,
    confidence        double precision,
    model_version     text,
    judged_at         timestamptz,
    corrected_result  text,
    correction_reason text,
    confirmed_by      text,
    confirmed_at      timestamptz,
    status            text not null generated always as (
        case when corrected_result = '양호' then 'DONE'
             when corrected_result is not null then 'REJECTED'
             when ai_result is not null then 'JUDGED'
             else 'SUBMITTED' end) stored,
    -- A task always has a place in the list, however little is known of it.
    listed_at         timestamptz not null generated always as (
        coalesce(submitted_at, judged_at, confirmed_at, timestamptz '1970-01-01 00:00:00+00')) stored
);

create index known_task_of_branch on known_task (branch_id, listed_at desc, task_id desc);
create index known_task_of_branch_by_status on known_task (branch_id, status, listed_at desc, task_id desc);
