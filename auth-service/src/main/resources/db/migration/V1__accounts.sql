-- E-mail, name and phone are ciphertexts bound to their row and column; email_hash finds an account by its e-mail.
create table account (
    user_id       text primary key,
    role          text        not null check (role in ('CUSTOMER', 'HELPER', 'BRANCH_OWNER', 'OPERATOR')),
    status        text        not null check (status in ('ACTIVE', 'DEACTIVATED')),
    alias         text        not null,
    branch_id     text,
    email_hash    bytea       not null unique,
    email         bytea       not null,
    name          bytea       not null,
    phone         bytea,
    password_hash text        not null,
    created_at    timestamptz not null,
    check ((role = 'HELPER') = (branch_id is not null))
);

-- Several keys may be there at once: the newest begun one signs until signs_until, all verify until valid_to.
create table signing_key (
    key_id      text primary key,
    public_jwk  jsonb       not null,
    private_jwk bytea       not null,
    valid_from  timestamptz not null,
    signs_until timestamptz not null,
    valid_to    timestamptz not null check (valid_to > signs_until)
);

-- A value known beforehand under each key set, so that a wrong key set is noticed before it writes anything.
create table key_set_mark (
    key_set text primary key,
    mark    bytea not null
);

create table known_branch (
    branch_id text primary key,
    status    text not null
);
