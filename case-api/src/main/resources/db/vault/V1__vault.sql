-- The vault: a database of its own, backed up apart from events and views. Whoever copies it can read nothing without
-- the epoch key, which lies outside it.

-- A period during which one key wraps the keys of all persons.
create table epoch (
    id uuid primary key,
    created_at timestamptz not null,
    retired_at timestamptz,   -- from here on it wraps nothing new
    destroyed_at timestamptz, -- its key is gone
    check (destroyed_at is null or retired_at is not null)
);

create unique index one_epoch_in_force on epoch ((true)) where retired_at is null;

-- The key of one person, as a keyset encrypted under the epoch's key with the key id as associated data.
create table person_key (
    key_id uuid primary key,
    wrapped bytea not null,
    epoch uuid not null references epoch,
    created_at timestamptz not null
);

-- Recognises a person by a keyed digest of, for example, a telephone number.
create table blind_index (
    digest bytea primary key,
    key_id uuid not null references person_key on delete cascade
);

create index on blind_index (key_id);

-- What remains of a person whose key was destroyed.
create table destruction (
    key_id uuid primary key,
    destroyed_at timestamptz not null,
    by_actor text not null,
    reason text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a destruction is on record for ever: it is neither changed nor taken back';
end
$$;

create trigger append_only before update or delete or truncate on destruction
    for each statement execute function refuse_change();

-- By which secrets the digests above were made: with others nobody would be recognised any more.
create table installation (
    only_one boolean primary key default true check (only_one),
    secrets_mark text not null
);
