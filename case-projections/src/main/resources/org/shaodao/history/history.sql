-- The order in which cases are listed, and by what one of them is found.
create table listed_case (
    case_id        uuid primary key,
    street         text        not null,
    recused        boolean     not null,
    raised_at      timestamptz not null,
    recorded_at    timestamptz not null,
    number         text        not null,
    outside_number text,
    subject        text        not null,
    category       text        not null,
    phase          text        not null,
    units          text[]      not null
) with (fillfactor = 90);
create index listed_case_of_street on listed_case (street, raised_at, case_id);
create index listed_case_by_raised on listed_case (raised_at, case_id);
create index listed_case_by_number on listed_case (number);
create index listed_case_by_outside_number on listed_case (outside_number);

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
