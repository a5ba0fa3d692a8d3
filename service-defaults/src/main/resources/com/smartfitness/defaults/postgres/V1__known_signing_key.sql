create table known_signing_key (
    key_id     text primary key,
    jwk        jsonb       not null,
    valid_from timestamptz not null,
    valid_to   timestamptz not null
);
