create table access.reading (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    case_id  uuid        not null,
    what     varchar(20) not null,
    by_actor varchar(64) collate "C" not null,
    person   varchar(64) collate "C" not null,
    role     varchar(20) not null,
    unit     varchar(64) collate "C",
    opening  bigint
);
create index reading_of_case on access.reading (case_id, id);
comment on table access.reading is 'Who read the words or the identity of a resident. A narrative read again by the same person within the hour is one reading; each reading of an identity is one.';
comment on column access.reading.person is 'The officer whom an office''s system named, otherwise the actor.';
comment on column access.reading.opening is 'Version of the case at which the identity was opened to them, with its purpose.';

create trigger append_only before update or delete or truncate on access.reading
    for each statement execute function es.refuse_change();
alter table access.reading enable always trigger append_only;
