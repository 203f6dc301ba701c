-- A row while somebody is still to answer or to rule.
create table dispute (
    case_id   uuid        not null,
    dispatch  int         not null,
    number    text        not null,
    street    text        not null,
    category  text        not null,
    place     text        not null,
    subject   text        not null,
    unit      text        not null,
    state     text        not null,
    ground    text        not null,
    suggested text,
    since     timestamptz not null,
    due_at    timestamptz,
    primary key (case_id, dispatch)
);
create index dispute_by_since on dispute (since, case_id, dispatch);

-- A row for each ruling.
create table precedent (
    case_id     uuid        not null,
    dispatch    int         not null,
    number      text        not null,
    category    text        not null,
    place       text        not null,
    ground      text        not null,
    unit        text        not null,
    upheld      boolean     not null,
    responsible text,
    headnote    text        not null,
    catalogue   boolean     not null,
    ruled_at    timestamptz not null,
    primary key (case_id, dispatch)
);
create index precedent_by_ruled on precedent (ruled_at, case_id, dispatch);
