create table model (
    model_type   text        not null,
    version      text        not null,
    artifact_key text        not null,
    sha256       text        not null,
    size         bigint      not null,
    labels       text        not null,
    metrics      jsonb       not null,
    created_at   timestamptz not null,
    primary key (model_type, version)
);

-- What is to be used now: one row a type, changed together with the event that says so.
create table deployment (
    model_type  text primary key,
    version     text             not null,
    threshold   double precision not null,
    deployed_at timestamptz      not null,
    foreign key (model_type, version) references model
);
