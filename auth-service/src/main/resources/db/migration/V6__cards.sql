-- What is kept of the card that a customer has shown: a keyed hash of its number, and its last digits, encrypted.
alter table account
    add column card_hash bytea,
    add column card_last_four bytea;

create index account_card_hash on account (card_hash) where card_hash is not null;
