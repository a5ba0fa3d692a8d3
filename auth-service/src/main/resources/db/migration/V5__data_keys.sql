-- A key for each user, encrypted with the service's key set. In a schema of its own, so that it can be left out of
-- backups that are kept for long: a row that is deleted here makes the user's data unreadable there.
create schema keyring;

create table keyring.data_key (
    user_id text primary key,
    wrapped bytea not null
);
