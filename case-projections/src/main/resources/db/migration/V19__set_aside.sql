-- Cases that a view could not be told of: its rows of them stay as they were, and the rest goes on.
create table views.set_aside (
    name       text        not null,
    generation int         not null,
    case_id    uuid        not null,
    version    bigint      not null,
    error      text        not null,
    since      timestamptz not null,
    attempts   int         not null,
    primary key (name, generation, case_id)
);
comment on column views.set_aside.version is 'The first event of the case that the view was not told.';
