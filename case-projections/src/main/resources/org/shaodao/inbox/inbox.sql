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
    state         text        not null,
    responsible   boolean     not null,
    dispute       text,
    section       text,
    round         int         not null,
    handler       text,
    dispatched_at timestamptz not null,
    clock         text,
    due_at        timestamptz,
    working       boolean     not null,
    missed        boolean     not null,
    reminders     int         not null,
    supervisions  int         not null,
    chases        int         not null,
    recorded_at   timestamptz not null,
    changed_at    timestamptz not null,
    primary key (case_id, dispatch)
) with (fillfactor = 80);

-- The order of a tab.
create index item_in_tab on item (unit, tab, dispatched_at, case_id, dispatch);

-- What is due, in the order of time: tabs by time and their numbers are ranges of it.
create index item_by_due on item (unit, due_at, case_id, dispatch) where due_at is not null;

-- How many dispatches stand in a tab: one row per segment that counts.
create table tally (
    unit    text   not null,
    tab     text   not null,
    segment int    not null,
    n       bigint not null,
    primary key (unit, tab, segment)
) with (fillfactor = 50);
