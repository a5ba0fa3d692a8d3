create table known_member (
    member_id text primary key,
    name      text not null,
    visits    integer not null check (visits < 1000000)
);

-- Without a key on purpose: a gift given twice must show.
create table gift (
    member_id text not null
);

create table known_plan (
    plan_id text primary key,
    name    text not null
);
