-- Scores of entries by face: never a vector, nor whose face it was.
create table face_score (
    access_id     text primary key,
    at            timestamptz      not null,
    arrived_at    timestamptz      not null default now(),
    similarity    double precision not null,
    margin        double precision not null,
    model_version text             not null
);

create index face_score_newest on face_score (model_version, at);
