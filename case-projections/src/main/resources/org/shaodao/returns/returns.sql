-- Results for which another system waits.
create table owed_result (
    case_id        uuid        primary key,
    number         text        not null,
    source         text        not null,
    outside_number text        not null,
    version        bigint      not null,
    since          timestamptz not null,
    due_at         timestamptz
);

create index owed_result_waiting on owed_result (source, since, case_id);
