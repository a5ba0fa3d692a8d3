-- Why the running or last snapshot was begun, or that it was cancelled.
alter table replica add column reason text not null default 'NEEDED' check (reason in ('NEEDED', 'WANTED', 'CANCELLED'));
