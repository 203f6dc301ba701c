create table es.deadline_lease (
    case_id  uuid        not null,
    dispatch integer     not null,
    kind     text        not null,
    round    integer     not null,
    until    timestamptz not null,
    constraint deadline_lease_once primary key (case_id, dispatch, kind, round)
);
comment on table es.deadline_lease is 'Passed deadlines that a node is telling their cases of: the others leave them alone until then.';
comment on column es.deadline_lease.dispatch is 'Whose clock; 0 = the case itself.';
