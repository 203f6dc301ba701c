create schema imports;

create table imports.job (
    name          varchar(100) collate "C" primary key,
    source        varchar(64) collate "C" not null,
    zone          varchar(64)  not null,
    state         varchar(20)  not null,
    rows_read     integer      not null default 0,
    opened        integer      not null default 0,
    already_there integer      not null default 0,
    left_open     integer      not null default 0,
    closed        integer      not null default 0,
    rejected      integer      not null default 0,
    contradicting integer      not null default 0,
    started_by    varchar(36) collate "C" not null,
    started_at    timestamptz  not null,
    ended_at      timestamptz,
    peak_heap_mib integer,
    failure       varchar(200)
);
comment on table imports.job is 'One file read in; the name is the caller''s, and the same name goes on where it stopped.';
comment on column imports.job.contradicting is 'Rows whose status is open although they carry a closing time; they stay open.';

create table imports.reject (
    job    varchar(100) collate "C" not null references imports.job on delete cascade,
    line   bigint       not null,
    field  varchar(40)  not null,
    reason varchar(60)  not null,
    primary key (job, line)
);
comment on table imports.reject is 'Rows that were not taken: where and why, never what they said.';
