-- Source: what this service publishes.

create table source (
    only_row          boolean primary key default true check (only_row),
    epoch             bigint not null check (epoch > 0),
    -- The instance and timeline that the epoch belongs to: a restored or promoted store shows others.
    system_identifier bigint not null,
    timeline          integer not null
);

create table published_state (
    aggregate text    not null,
    id        text    not null collate "C",
    version   bigint  not null,
    type      text    not null,
    time      timestamptz not null,
    data      text    not null,
    primary key (aggregate, id)
) with (fillfactor = 80);

create table outbox (
    position    bigint generated always as identity primary key,
    event_id    uuid   not null,
    aggregate   text   not null,
    id          text   not null,
    version     bigint not null,
    type        text   not null,
    mandatory   boolean not null,
    time        timestamptz not null,
    traceparent text,
    data        text   not null
) with (
    -- A queue: rows live for milliseconds, so dead ones are cleared by number, not by share.
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_threshold = -1,
    autovacuum_vacuum_cost_delay = 0
);

create table outbox_sequence (
    type    text primary key,
    epoch   bigint not null,
    counter bigint not null
);

-- Consumer: what this service has taken from others.

create table inbox (
    consumer    text not null,
    event_id    text not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);

create index inbox_received_at on inbox using brin (received_at);

create table replica (
    name          text primary key,
    source        text    not null,
    aggregate     text    not null,
    epoch         bigint  not null default 0,
    generation    bigint  not null default 0,
    running       boolean not null default false,
    ever_complete boolean not null default false,
    cursor        text,
    applied       bigint  not null default 0
);

create table replica_version (
    replica    text   not null,
    id         text   not null collate "C",
    epoch      bigint not null,
    counter    bigint not null,
    present    boolean not null,
    generation bigint not null,
    primary key (replica, id)
) with (fillfactor = 80);

create table replica_seen (
    replica text   not null,
    type    text   not null,
    epoch   bigint not null,
    counter bigint not null,
    primary key (replica, type)
) with (fillfactor = 50);
