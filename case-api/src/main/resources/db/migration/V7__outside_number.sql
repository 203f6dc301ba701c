create table es.outside_number (
    source     text collate "C" not null,
    number     text collate "C" not null,
    case_id    uuid             not null,
    claimed_at timestamptz      not null default now(),
    primary key (source, number)
);
comment on table es.outside_number is 'Which case a number of another system stands for. Claimed before the case is opened; the claim of a case that did not come about within a minute may be taken over.';
