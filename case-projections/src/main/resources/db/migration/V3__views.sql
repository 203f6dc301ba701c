-- Which generations of which read model exist. Their tables stand in schemas of their own, view_<name>_<generation>.
create schema views;

-- A number is never used again, so that nothing left over from a dropped generation can touch a later one.
create table views.generation (
    name       text        not null,
    generation int         not null,
    revision   int         not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    dropped_at timestamptz,
    primary key (name, generation)
);

-- Where readers look: one row per view, so one row turns them to the next generation.
create table views.live (
    name       text primary key,
    generation int         not null,
    revision   int         not null,
    since      timestamptz not null,
    foreign key (name, generation) references views.generation
);

-- Batches that do not pass; a row is gone as soon as its batch passes.
create table views.failure (
    name       text        not null,
    generation int         not null,
    case_id    uuid        not null,
    error      text        not null,
    failed_at  timestamptz not null,
    attempts   int         not null,
    primary key (name, generation, case_id)
);
