-- From events of search-service. Who has written a review is not kept: owners have no use for it.
create table known_review (
    review_id  text primary key,
    branch_id  text        not null,
    rating     integer     not null,
    text       text        not null,
    created_at timestamptz not null
);

create index known_review_of_branch on known_review (branch_id, created_at desc, review_id desc);

-- From events of monitoring-service.
create table known_fault (
    fault_id       text primary key,
    equipment_id   text        not null,
    equipment_name text        not null,
    branch_id      text        not null,
    equipment_type text        not null,
    fault_type     text        not null,
    description    text        not null,
    last_report_at timestamptz,
    detected_at    timestamptz not null,
    recovered_at   timestamptz
);

-- What owners are told, in the order in which they are told it. An entry points to what it is about and says nothing of
-- it, so there is nothing in here to forget when a user is erased, and a review that was changed is shown as it is now.
create table inbox_entry (
    entry_id    bigint generated always as identity primary key,
    owner_id    text        not null,
    branch_id   text        not null,
    kind        text        not null
        check (kind in ('TASK_WAITING', 'TASK_CONFIRMED', 'REVIEW', 'FAULT', 'RECOVERY')),
    subject_id  text        not null,
    happened_at timestamptz not null,
    read_at     timestamptz,
    -- However often and in whatever order events come, one thing is told once.
    unique (kind, subject_id)
);

create index inbox_newest_first on inbox_entry (owner_id, entry_id desc);
create index inbox_unread on inbox_entry (owner_id, kind) where read_at is null;

-- Identities are drawn when a row is written and seen when it is committed; a reader who goes by them would skip an entry
-- that is committed after a later one. So whoever writes holds this lock from before the first is drawn until the end of
-- the transaction. The statement's trigger runs before the statement draws anything.
create function inbox_lock() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(x'696e626f78'::bigint); -- the letters of "inbox"
    return null;
end $$;

create trigger inbox_lock before insert or update or delete on inbox_entry
    for each statement execute function inbox_lock();

-- Wakes the live streams of the owner, in whichever instance they are.
create function inbox_notify() returns trigger language plpgsql as $$
begin
    perform pg_notify('inbox', coalesce(new.owner_id, old.owner_id));
    return null;
end $$;

create trigger inbox_notify after insert or update or delete on inbox_entry
    for each row execute function inbox_notify();

-- One entry in the inbox of the branch's owner. Of a branch that is not known there is nobody to tell.
create function inbox_tell(entry_kind text, subject text, in_branch text, at_time timestamptz, seen_by text) returns void
language plpgsql as $$
begin
    if exists (select from inbox_entry where kind = entry_kind and subject_id = subject) then
        return; -- without waiting for the lock: a snapshot repeats thousands
    end if;
    insert into inbox_entry (owner_id, branch_id, kind, subject_id, happened_at, read_at)
    select owner_id, branch_id, entry_kind, subject, at_time, case when owner_id = seen_by then now() end
    from branch where branch_id = in_branch
    on conflict (kind, subject_id) do nothing;
end $$;

-- A task waits for its owner once it is judged, and no longer once it is confirmed, by whomever.
create function inbox_of_task() returns trigger language plpgsql as $$
begin
    if new.status in ('DONE', 'REJECTED') then
        if exists (select from inbox_entry -- as above
                   where kind = 'TASK_WAITING' and subject_id = new.task_id and read_at is null) then
            update inbox_entry set read_at = now()
            where kind = 'TASK_WAITING' and subject_id = new.task_id and read_at is null;
        end if;
        perform inbox_tell('TASK_CONFIRMED', new.task_id, new.branch_id,
                           coalesce(new.confirmed_at, new.listed_at), new.confirmed_by);
    elsif new.status = 'JUDGED' then
        perform inbox_tell('TASK_WAITING', new.task_id, new.branch_id, coalesce(new.judged_at, new.listed_at), null);
    end if;
    return null;
end $$;

create trigger inbox_of_task after insert or update on known_task
    for each row execute function inbox_of_task();

create function inbox_of_review() returns trigger language plpgsql as $$
begin
    perform inbox_tell('REVIEW', new.review_id, new.branch_id, new.created_at, null);
    return null;
end $$;

create trigger inbox_of_review after insert or update on known_review
    for each row execute function inbox_of_review();

create function inbox_of_fault() returns trigger language plpgsql as $$
begin
    perform inbox_tell('FAULT', new.fault_id, new.branch_id, new.detected_at, null);
    if new.recovered_at is not null then
        perform inbox_tell('RECOVERY', new.fault_id, new.branch_id, new.recovered_at, null);
    end if;
    return null;
end $$;

create trigger inbox_of_fault after insert or update on known_fault
    for each row execute function inbox_of_fault();

-- What is gone is not told any more. The first argument names the key of the row that goes.
create function inbox_forget() returns trigger language plpgsql as $$
begin
    delete from inbox_entry
    where subject_id = to_jsonb(old) ->> tg_argv[0] and kind = any (string_to_array(tg_argv[1], ' '));
    return null;
end $$;

create trigger inbox_forget after delete on known_task
    for each row execute function inbox_forget('task_id', 'TASK_WAITING TASK_CONFIRMED');
create trigger inbox_forget after delete on known_review
    for each row execute function inbox_forget('review_id', 'REVIEW');
create trigger inbox_forget after delete on known_fault
    for each row execute function inbox_forget('fault_id', 'FAULT RECOVERY');

-- An owner who is erased leaves no inbox, and one who is out of use no stream.
create function inbox_of_user() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        delete from inbox_entry where owner_id = old.user_id;
    end if;
    perform pg_notify('inbox', old.user_id);
    return null;
end $$;

create trigger inbox_of_user after delete or update of status on known_user
    for each row execute function inbox_of_user();

-- What waits already when the inbox begins.
insert into inbox_entry (owner_id, branch_id, kind, subject_id, happened_at)
select branch.owner_id, task.branch_id, 'TASK_WAITING', task.task_id, coalesce(task.judged_at, task.listed_at)
from known_task task join branch using (branch_id)
where task.status = 'JUDGED'
order by task.listed_at, task.task_id;
