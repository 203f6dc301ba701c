-- Live generations that are told together, in one transaction and with one place in the log. A number is never used
-- again: whoever is still at work for a convoy that others have changed finds its place gone, and changes nothing.
alter table views.generation add column convoy bigint;
comment on column views.generation.convoy is 'The convoy it goes with; null = it keeps a place in the log of its own.';
create sequence views.convoy;
