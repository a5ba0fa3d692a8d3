-- From events of access-service, each counted once; hours begin at full hours of UTC.
create table entry_hour (
    branch_id text        not null,
    hour      timestamptz not null,
    granted   bigint      not null,
    denied    bigint      not null,
    primary key (hour, branch_id)
);

create index fault_recovered on fault (recovered_at) where recovered_at is not null;
create index fault_acknowledged on fault (acknowledged_at) where acknowledged_at is not null;
