-- How equipment is, one row a piece that has been heard. Every report changes its row, so no column but the key is
-- indexed and pages have room to spare: an update then stays on its page and leaves nothing for vacuum to find.
create table equipment_state (
    equipment_id    text primary key,
    health          text        not null check (health in ('OK', 'ERROR')),
    detail          text,
    -- By the equipment's clock, and by ours.
    reported_at     timestamptz not null,
    heard_at        timestamptz not null,
    -- Since when it has been heard without a silence, and since when it has said OK in all of that; null after an error.
    heard_since     timestamptz not null,
    well_since      timestamptz,
    -- When silence is looked into next, and since when pings have been answered.
    next_ping_at    timestamptz not null,
    answering_since timestamptz,
    -- The last report that went into the history.
    noted_at        timestamptz not null
) with (fillfactor = 40, autovacuum_vacuum_scale_factor = 0.5);

-- Proofs that have been used. An entry outlives its proof by nothing.
create table used_nonce (
    equipment_id text        not null,
    nonce        text        not null,
    expires_at   timestamptz not null,
    primary key (equipment_id, nonce)
);

create index used_nonce_expiry on used_nonce (expires_at);

-- Reports that say something new, and now and then one that does not. One partition a day, made and dropped by the service.
create table report_history (
    equipment_id text        not null,
    heard_at     timestamptz not null,
    reported_at  timestamptz not null,
    health       text        not null,
    detail       text
) partition by range (heard_at);

create index report_history_of_equipment on report_history (equipment_id, heard_at desc);

create table fault (
    fault_id        text primary key,
    equipment_id    text        not null,
    equipment_name  text        not null,
    branch_id       text        not null,
    equipment_type  text        not null,
    fault_type      text        not null check (fault_type in ('STATUS_ERROR', 'PING_FAILED', 'GATE_OPEN_FAILED')),
    description     text        not null,
    last_report_at  timestamptz,
    detected_at     timestamptz not null,
    recovered_at    timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    check ((acknowledged_at is null) = (acknowledged_by is null))
);

create unique index fault_open on fault (equipment_id, fault_type) where recovered_at is null;
create index fault_newest_first on fault (detected_at desc, fault_id desc);
create index fault_of_branch on fault (branch_id, detected_at desc, fault_id desc);
create index fault_of_equipment on fault (equipment_id, detected_at desc, fault_id desc);

-- The time in which this service could have heard a report: silence counts from its beginning at the earliest.
create table hearing (
    one   boolean primary key default true check (one),
    since timestamptz not null,
    until timestamptz not null
);
