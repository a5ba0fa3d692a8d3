create table known_token_revocation (
    user_id    text primary key,
    generation bigint      not null,
    lapses_at  timestamptz not null
);

create index known_token_revocation_lapses_at on known_token_revocation (lapses_at);
