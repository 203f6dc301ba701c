-- What all dispatches of a case have in common.
create table demand (
    case_id  uuid primary key,
    number   text not null,
    street   text not null,
    kind     text not null,
    category text not null,
    place    text not null,
    subject  text not null
);

create table item (
    case_id       uuid        not null,
    dispatch      int         not null,
    unit          text        not null,
    role          text        not null,
    whistle       int,
    tab           text        not null,
    round         int         not null,
    handler       text,
    dispatched_at timestamptz not null,
    clock         text,
    due_at        timestamptz,
    missed        boolean     not null,
    recorded_at   timestamptz not null,
    changed_at    timestamptz not null,
    primary key (case_id, dispatch)
) with (fillfactor = 80);

-- The order of a tab.
create index item_in_tab on item (unit, tab, dispatched_at, case_id, dispatch);

-- How many dispatches stand in a tab: one row per segment that counts.
create table tally (
    unit    text   not null,
    tab     text   not null,
    segment int    not null,
    n       bigint not null,
    primary key (unit, tab, segment)
) with (fillfactor = 50);
