-- Recognises a reply worded like earlier ones of its unit, by a keyed digest: the words themselves are not stored.
create table wording (
    unit    text  not null,
    digest  bytea not null,
    case_id uuid  not null,
    primary key (unit, digest, case_id)
);
