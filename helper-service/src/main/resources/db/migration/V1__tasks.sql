create table task (
    task_id           text primary key,
    helper_id         text             not null,
    branch_id         text             not null,
    status            text             not null,
    photo_key         text             not null,
    photo_type        text             not null,
    photo_sha256      text             not null,
    submitted_at      timestamptz      not null,
    ai_result         text,
    confidence        double precision,
    model_version     text,
    judged_at         timestamptz,
    corrected_result  text,
    correction_reason text,
    confirmed_by      text,
    confirmed_at      timestamptz,
    -- Hidden from workers until then: one of them is at it, or has failed.
    judge_after       timestamptz      not null default '-infinity',
    idempotency_key   text,
    unique (helper_id, idempotency_key),
    check (status in ('SUBMITTED', 'JUDGED', 'DONE', 'REJECTED'))
);

create index task_of_helper on task (helper_id, submitted_at desc, task_id desc);
create index task_of_branch on task (branch_id, submitted_at desc, task_id desc);
create index task_waiting on task (submitted_at) where status = 'SUBMITTED';

-- How often a helper has sent in photos on a day of the branch. The row is what parallel uploads wait for.
create table daily_upload (
    helper_id text,
    day       date,
    uploads   int not null,
    primary key (helper_id, day)
);

create table ledger_entry (
    task_id     text primary key,
    helper_id   text        not null,
    amount      bigint      not null,
    currency    text        not null,
    credited_at timestamptz not null
);

create index ledger_of_helper on ledger_entry (helper_id, credited_at desc, task_id desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger only grows';
end $$;

create trigger ledger_only_grows before update or delete or truncate on ledger_entry
    for each statement execute function refuse_change();

create table known_user (
    user_id   text primary key,
    role      text not null,
    branch_id text,
    status    text not null
);

create table known_branch (
    branch_id text primary key,
    owner_id  text not null,
    time_zone text not null,
    status    text not null
);

create index known_branch_of_owner on known_branch (owner_id);

create table known_model (
    model_type   text primary key,
    version      text             not null,
    artifact_url text             not null,
    sha256       text             not null,
    threshold    double precision not null
);
