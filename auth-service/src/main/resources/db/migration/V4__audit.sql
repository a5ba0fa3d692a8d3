-- Who did what, without personal data: ids alone, and the beginning of a keyed hash for the address it came from.
create table audit_entry (
    entry_id   text primary key,
    at         timestamptz not null,
    action     text        not null,
    actor_id   text,
    subject_id text,
    source     text,
    detail     text
);

create index audit_entry_at on audit_entry (at desc, entry_id desc);
create index audit_entry_action on audit_entry (action, at desc, entry_id desc);
create index audit_entry_actor on audit_entry (actor_id, at desc, entry_id desc);
create index audit_entry_subject on audit_entry (subject_id, at desc, entry_id desc);
