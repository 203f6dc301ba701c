-- What figures remember of a case.
create table course (
    case_id uuid primary key,
    facts   json not null
) with (fillfactor = 80);

-- What each case contributes, and contributed as far as was known then: the list of cases behind every number.
create table measure (
    case_id    uuid        not null,
    count      text        not null,
    item       text        not null,
    known_from timestamptz not null,
    known_to   timestamptz,          -- null = as known now
    result     text        not null,
    detail     text        not null,
    at         timestamptz not null,
    unit       text        not null, -- empty = nobody but the street
    street     text        not null,
    category   text        not null,
    kind       text        not null,
    urgency    text        not null,
    excluded   boolean     not null,
    primary key (case_id, count, item, known_from)
) with (fillfactor = 80);
-- Most of them are due at the end of some day: without the case a key stands once for many rows.
create index measure_of_city on measure (count, at);
create index measure_of_unit on measure (unit, count, at);
-- Where a demand comes again.
create index measure_of_place on measure (category, detail, count, at) where count in ('CLOSED', 'RAISED_AT');
create index measure_not_recurred on measure (category, detail, at)
    where count = 'RECURRED' and result = 'NO' and known_to is null;
create index measure_recurred on measure (category, detail, known_from)
    where count = 'RECURRED' and result = 'YES' and known_to is null;
create index measure_recurred_then on measure (category, detail, known_to)
    where count = 'RECURRED' and known_to is not null;

-- The measures known now, added up: by day for the city, a street or a unit; by month for every kind of matter.
create table figure (
    id       uuid    primary key, -- stands for all that tells rows apart
    scope    text    not null,
    count    text    not null,
    street   text    not null,
    unit     text    not null,
    period   date    not null, -- the day, or the first of the month
    category text    not null,
    kind     text    not null,
    urgency  text    not null,
    result   text    not null,
    detail   text    not null,
    excluded boolean not null,
    segment  int     not null,
    n        bigint  not null
) with (fillfactor = 70);
create index figure_of_day on figure (scope, street, unit, count, period) where scope <> 'MATTER';
create index figure_of_month on figure (count, period) where scope = 'MATTER';

-- By how much figures changed on the day on which that became known.
create table figure_change (
    id       uuid    primary key, -- as of a figure
    scope    text    not null,
    count    text    not null,
    street   text    not null,
    unit     text    not null,
    period   date    not null,
    category text    not null,
    kind     text    not null,
    urgency  text    not null,
    result   text    not null,
    detail   text    not null,
    excluded boolean not null,
    known_on date    not null,
    segment  int     not null,
    n        bigint  not null
) with (fillfactor = 70);
create index figure_change_of_day on figure_change (scope, street, unit, count, period, known_on) where scope <> 'MATTER';
create index figure_change_of_month on figure_change (count, period, known_on) where scope = 'MATTER';
