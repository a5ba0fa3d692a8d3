-- The trace in which the photo was sent in (W3C traceparent): whatever becomes of the task goes on in it.
alter table task add column traceparent text;
