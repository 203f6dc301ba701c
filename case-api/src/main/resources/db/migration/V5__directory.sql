create schema directory;

create table directory.unit (
    code   varchar(64) collate "C" primary key,
    kind   varchar(20)  not null,
    zh     varchar(100) not null,
    en     varchar(100) not null,
    active boolean      not null default true
);
comment on table directory.unit is 'Responsible units and street offices: who may be called, and who runs cases.';

create table directory.place (
    code   varchar(64) collate "C" primary key,
    kind   varchar(20)  not null,
    parent varchar(64) collate "C" references directory.place,
    zh     varchar(100) not null,
    en     varchar(100) not null
);
comment on table directory.place is 'The place tree: district, street, community, grid, compound, building, section.';

create table directory.category (
    code varchar(100) collate "C" primary key,
    zh   varchar(100) not null,
    en   varchar(100) not null
);
comment on table directory.category is 'What a demand is about; a slash separates the levels of a code.';
