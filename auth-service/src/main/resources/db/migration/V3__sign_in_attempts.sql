-- Attempts that have not succeeded, by keyed hash of the account's e-mail or of the address that they came from.
create table sign_in_attempts (
    key      bytea primary key,
    since    timestamptz not null,
    attempts integer     not null
);

create index sign_in_attempts_since on sign_in_attempts (since);
