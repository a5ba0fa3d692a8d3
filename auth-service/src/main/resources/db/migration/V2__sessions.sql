-- Tokens bear the generation that was the account's when they were issued: raising it makes all of them worthless.
alter table account add column token_generation bigint not null default 0;

-- One row for each place where somebody has signed in. secret_hash is that of the one refresh token that is good.
create table session (
    session_id  uuid primary key,
    user_id     text        not null references account on delete cascade,
    generation  bigint      not null,
    secret_hash bytea       not null,
    begun_at    timestamptz not null,
    expires_at  timestamptz not null
);

create index session_user_id on session (user_id);
create index session_expires_at on session (expires_at);

-- What all services are told to refuse until the last of these tokens has expired; outlives the account.
create table token_revocation (
    user_id    text primary key,
    generation bigint      not null,
    lapses_at  timestamptz not null
);
