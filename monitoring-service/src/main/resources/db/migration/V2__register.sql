-- No release has filled this table.
alter table equipment
    add column name         text   not null,
    -- host:port, host being a literal address: what is asked when the equipment is silent.
    add column ping_address text   not null,
    -- One step an edit; what clients see as ETag.
    add column revision     bigint not null check (revision > 0),
    add check (status in ('IN_SERVICE', 'OUT_OF_SERVICE'));

drop index equipment_branch;
create index equipment_newest_first on equipment (registered_at desc, equipment_id desc);
create index equipment_of_branch on equipment (branch_id, registered_at desc, equipment_id desc);

-- From events of branchowner-service.
create table known_branch (
    branch_id text primary key,
    owner_id  text not null,
    name      text not null,
    time_zone text not null,
    status    text not null
);

create index known_branch_of_owner on known_branch (owner_id);
