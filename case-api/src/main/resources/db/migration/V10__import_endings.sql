alter table imports.job add duplicates integer not null default 0, add transferred integer not null default 0;
comment on column imports.job.duplicates is 'Rows among the closed that the source ended as duplicates.';
comment on column imports.job.transferred is 'Rows among the closed that the source gave to somebody else.';
