-- Whatever was ever listed: what is not over by its due instant, what is over by when it was.
create table board_item (
    case_id   uuid        not null,
    listing   text        not null,
    number    bigint      not null,
    street    text,
    owner     text        not null,
    due_at    timestamptz,
    state     text        not null,
    listed_at timestamptz not null,
    ended_at  timestamptz,
    ended_by  bigint,
    sorted_at timestamptz not null generated always as (coalesce(ended_at, due_at, listed_at)) stored,
    primary key (case_id, listing, number)
);
create index board_item_by_state on board_item (state, sorted_at, case_id, listing, number);
create index board_item_of_street on board_item (street, state, sorted_at, case_id, listing, number);
create index board_item_of_owner on board_item (owner, state, sorted_at, case_id, listing, number);

-- How many items stand how: one row per segment that counts.
create table board_tally (
    street  text   not null,
    owner   text   not null,
    listing text   not null,
    state   text   not null,
    segment int    not null,
    n       bigint not null,
    primary key (street, owner, listing, state, segment)
) with (fillfactor = 50);
