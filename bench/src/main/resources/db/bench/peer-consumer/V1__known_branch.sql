create table known_branch (
    branch_id    text primary key,
    owner_id     text not null,
    name         text not null,
    address      text not null,
    introduction text not null,
    status       text not null,
    version      bigint not null
) with (fillfactor = 80);
