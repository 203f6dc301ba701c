alter table access.account
    alter password_hash drop not null,
    add session_round integer not null default 0,
    add ended_at timestamptz;
comment on column access.account.password_hash is 'Null = signs in elsewhere only.';
comment on column access.account.session_round is 'Grows whenever every session opened before is over: a new password, an end.';
comment on column access.account.ended_at is 'Since when nobody signs in as them; the row stays, for what they did stays.';

create table access.assignment (
    id         varchar(36) collate "C" primary key,
    account    varchar(36) collate "C" not null references access.account,
    role       varchar(20) not null,
    unit       varchar(64) collate "C",
    from_day   date        not null,
    until_day  date,
    created_at timestamptz not null,
    ended_at   timestamptz
);
create index assignment_of_account on access.assignment (account);
comment on table access.assignment is 'Roles of people, each for one unit and for some days.';
comment on column access.assignment.from_day is 'First day, in the zone of the installation.';
comment on column access.assignment.until_day is 'Last day; null = until further notice.';
comment on column access.assignment.ended_at is 'Taken away at once, whatever the days say.';

-- The day in UTC is never after the day in the zone of a Chinese city.
insert into access.assignment (id, account, role, unit, from_day, created_at)
select id, id, role, unit, (created_at at time zone 'UTC')::date, created_at from access.account;

alter table access.account drop column role, drop column unit;

create table access.deputy (
    id         varchar(36) collate "C" primary key,
    assignment varchar(36) collate "C" not null references access.assignment,
    account    varchar(36) collate "C" not null references access.account,
    from_day   date        not null,
    until_day  date        not null,
    created_at timestamptz not null,
    ended_at   timestamptz
);
create index deputy_by_account on access.deputy (account);
create index deputy_of_assignment on access.deputy (assignment);
comment on table access.deputy is 'AB岗: who may act in the role of somebody else, and on which days. What they do is their own act.';

create table access.audit (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    by_actor varchar(36) collate "C" not null,
    by_name  varchar(100) not null,
    by_role  varchar(20) not null,
    act      varchar(40) not null,
    kind     varchar(20) not null,
    subject  varchar(100) collate "C" not null,
    before   text,
    after    text
);
create index audit_of_subject on access.audit (kind, subject, id);
comment on table access.audit is 'What administrators did: who, when, to what, and what it was before and after. Never a secret.';

create trigger append_only before update or delete or truncate on access.audit
    for each statement execute function es.refuse_change();
alter table access.audit enable always trigger append_only;
