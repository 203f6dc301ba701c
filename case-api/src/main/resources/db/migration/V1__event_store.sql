create schema es;
comment on schema es is 'The event store: what happened, in the order in which it became known, and how far each reader has read.';

create table es.event (
    global_index     bigint generated always as identity,
    event_id         text collate "C" not null,
    aggregate_id     text collate "C" not null,
    sequence_number  bigint           not null,
    aggregate_type   text collate "C" not null,
    payload_type     text collate "C" not null,
    payload_revision text collate "C" not null,
    payload          text             not null,
    metadata         text             not null,
    time_stamp       varchar(30) collate "C" not null,
    constraint event_position primary key (global_index),
    constraint event_once_per_sequence unique (aggregate_id, sequence_number)
);
comment on table es.event is 'The log. Rows are added under an advisory lock, one transaction at a time, and never change: commit order is index order, and a gap in the index stays a gap.';
comment on column es.event.global_index is 'Place in the log.';
comment on column es.event.event_id is 'UUIDv7. Not indexed: the sequence already says which event is which.';
comment on column es.event.aggregate_id is 'Whose event it is.';
comment on column es.event.sequence_number is 'Place in the life of its aggregate, from 0. Unique per aggregate: the optimistic lock.';
comment on column es.event.aggregate_type is 'Kind of aggregate.';
comment on column es.event.payload_type is 'Logical name of the event, never a class name.';
comment on column es.event.payload_revision is 'Revision of the shape of the payload.';
comment on column es.event.payload is 'JSON exactly as it was written: the integrity ledger hashes these characters.';
comment on column es.event.metadata is 'JSON object of strings: command id, request hash, causation, channel, trace.';
comment on column es.event.time_stamp is 'When it was recorded: ISO-8601 in UTC with three digits of a second, so that text order is time order.';

create table es.event_name (
    payload_type     text collate "C" not null,
    payload_revision text collate "C" not null,
    constraint event_name_once primary key (payload_type, payload_revision)
);
comment on table es.event_name is 'Every name and revision the log holds, added together with the first event of that name. Asking the log itself would read all of it, or cost it one more index.';

create function es.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table %.% is append-only: % refused', tg_table_schema, tg_table_name, lower(tg_op)
        using errcode = 'insufficient_privilege';
end $$;
comment on function es.refuse_change() is 'What has been recorded stays as it was recorded.';

create trigger append_only before update or delete or truncate on es.event
    for each statement execute function es.refuse_change();
create trigger append_only before update or delete or truncate on es.event_name
    for each statement execute function es.refuse_change();
-- ALWAYS: replication roles and restored sessions are no exception.
alter table es.event enable always trigger append_only;
alter table es.event_name enable always trigger append_only;

-- A handful of rows, each rewritten with every batch of its reader: room for the new version on the same page, and
-- a vacuum that does not wait for a fifth of the table.
create table es.token (
    processor_name varchar(255) collate "C" not null,
    segment        integer      not null,
    token          text,
    token_type     varchar(255),
    time_stamp     varchar(30)  collate "C",
    owner          varchar(255),
    constraint token_of_segment primary key (processor_name, segment)
) with (
    fillfactor = 50,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 100,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 1000
);
comment on table es.token is 'How far each segment of each reader has read the log, and which node reads it.';
comment on column es.token.processor_name is 'The reader: name@generation.';
comment on column es.token.segment is 'Part of the aggregates, by hash; 0 of 1 if undivided.';
comment on column es.token.token is 'JSON: the place up to which the reader has read; null = nothing yet.';
comment on column es.token.token_type is 'Axon class of the token.';
comment on column es.token.time_stamp is 'When the claim was last renewed.';
comment on column es.token.owner is 'Node that holds the claim; null = free.';
