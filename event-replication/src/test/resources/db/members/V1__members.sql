create table member (
    member_id text primary key,
    name      text not null,
    visits    integer not null
);
