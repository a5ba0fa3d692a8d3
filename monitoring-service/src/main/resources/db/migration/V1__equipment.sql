create table equipment (
    equipment_id   text primary key,
    branch_id      text        not null,
    equipment_type text        not null check (equipment_type in ('GATE', 'CAMERA', 'SENSOR')),
    public_key     jsonb       not null,
    status         text        not null,
    registered_at  timestamptz not null
);

create index equipment_branch on equipment (branch_id);
