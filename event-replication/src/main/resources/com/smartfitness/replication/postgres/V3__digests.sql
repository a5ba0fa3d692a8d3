-- What a replica is compared by: the hash of the source's state, and a checksum of the row that was written from it.
-- Replicas without them begin anew, because they have no shape.
alter table replica_version
    add column hash     bigint not null default 0,
    add column checksum bigint not null default 0;

-- What the rows look like: those of another shape have to be brought again before the replica can be read.
alter table replica add column shape text;
