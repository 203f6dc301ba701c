-- What waits in a case, and since when; what else there is to say of it follows from its events.
create table waiting (
    case_id uuid        not null,
    waiting text        not null,
    number  int         not null,
    tab     text        not null,
    street  text,
    desk    text        not null,
    since   timestamptz not null,
    primary key (case_id, waiting, number)
);
create index waiting_of_street on waiting (street, tab, since, case_id, waiting, number);
create index waiting_for_district on waiting (tab, since, case_id, waiting, number) where desk = 'DISTRICT';

-- How much stands in a tab: one row per segment that counts.
create table waiting_tally (
    street  text   not null,
    desk    text   not null,
    tab     text   not null,
    segment int    not null,
    n       bigint not null,
    primary key (street, desk, tab, segment)
) with (fillfactor = 50);

-- The clocks that somebody must keep, by their due instant.
create table falling_due (
    case_id  uuid        not null,
    dispatch int         not null,
    clock    text        not null,
    round    int         not null,
    street   text,
    due_at   timestamptz not null,
    moved    boolean     not null,
    primary key (case_id, dispatch, clock, round)
);
create index falling_due_in_street on falling_due (street, due_at, case_id, dispatch, clock, round);
create index falling_due_unmoved on falling_due (street, due_at, case_id, dispatch, clock, round) where not moved;
