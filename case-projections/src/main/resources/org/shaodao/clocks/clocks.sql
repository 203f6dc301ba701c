-- What runs now. A clock that has ended or stands still is not here.
create table clock (
    case_id     uuid        not null,
    dispatch    int         not null, -- 0 = the case itself
    kind        text        not null,
    round       int         not null,
    unit        text        not null,
    started_at  timestamptz not null,
    due_at      timestamptz not null,
    provisional boolean     not null,
    missed      boolean     not null,
    primary key (case_id, dispatch, kind, round)
) with (fillfactor = 80);

-- What the watcher looks for: the next to be missed.
create index clock_to_come on clock (due_at, case_id, dispatch, kind, round) where not missed;

-- What a calendar published later may revise.
create index clock_provisional on clock (case_id) where provisional;
