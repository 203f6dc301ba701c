-- Where this installation keeps its events, see org.shaodao.wiring.EventsKept. One row, written at the first start.
create table es.kept (
    only_row boolean primary key default true check (only_row),
    events text not null check (events in ('POSTGRESQL', 'AXON_SERVER'))
);

insert into es.kept (events)
select 'POSTGRESQL' where exists (select from es.event);
