create table access.attempt (
    subject  varchar(80) collate "C" primary key,
    wrong    integer     not null,
    last_at  timestamptz not null,
    heard_at timestamptz not null
);
create index attempt_by_last on access.attempt (last_at);
comment on table access.attempt is 'Wrong passwords and codes of late, by account and by address, for all nodes and through restarts.';
comment on column access.attempt.subject is 'What kind of attempt, and a keyed digest of whose: people type passwords where logins belong.';
comment on column access.attempt.heard_at is 'Before this moment nothing is tried.';

alter table access.api_key
    add scopes       text[],
    add expires_at   timestamptz,
    add last_used_at timestamptz,
    add former_hash  text,
    add former_until timestamptz;
comment on column access.api_key.scopes is 'What it opens; null = whatever its role may do.';
comment on column access.api_key.expires_at is 'From then on it opens nothing; null = until it is revoked.';
comment on column access.api_key.last_used_at is 'To the minute.';
comment on column access.api_key.former_hash is 'Of the secret before the last rotation, which still opens until former_until.';
