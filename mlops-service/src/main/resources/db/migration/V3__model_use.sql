-- What servers of models have reported of deployments, filled by replication.
create table model_use (
    use_id     text primary key,
    model_type text        not null,
    version    text        not null,
    instance   text        not null,
    activated  boolean     not null,
    reason     text,
    at         timestamptz not null
);

create index model_use_of_version on model_use (model_type, version);
