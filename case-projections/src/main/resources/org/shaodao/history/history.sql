create table header (
    case_id        uuid primary key,
    number         text        not null,
    street         text        not null,
    kind           text        not null,
    channel        text        not null,
    category       text        not null,
    place          text        not null,
    subject        text        not null,
    phase          text        not null,
    complainant    uuid        not null,
    raised_at      timestamptz not null,
    recorded_at    timestamptz not null,
    outside_source text,
    outside_number text
) with (fillfactor = 80);

-- Not unique: that numbers are drawn once is settled before the event; a view never refuses what happened.
create index header_by_number on header (number);
create index header_by_outside_number on header (outside_source, outside_number) where outside_number is not null;

create index header_by_street on header (street, raised_at, case_id);
create index header_by_raised on header (raised_at, case_id);

create table dispatch (
    case_id  uuid not null,
    dispatch int  not null,
    unit     text not null,
    duty     text not null,
    whistle  int,
    state    text not null,
    round    int  not null,
    primary key (case_id, dispatch)
) with (fillfactor = 80);

-- The units that have a part in a case and so may know of it.
create table participant (
    case_id uuid not null,
    unit    text not null,
    primary key (case_id, unit)
);

create table entry (
    case_id     uuid        not null,
    version     bigint      not null,
    event       text        not null,
    recorded_at timestamptz not null,
    occurred_at timestamptz not null,
    actor       text        not null,
    unit        text,
    role        text        not null,
    asserted    text,
    facts       json        not null,
    texts       json        not null,
    primary key (case_id, version)
);
