create schema access;

create table access.account (
    id            varchar(36) collate "C" primary key,
    login         varchar(64) collate "C" not null unique,
    role          varchar(20) not null,
    unit          varchar(64) collate "C",
    password_hash text        not null,
    must_change   boolean     not null,
    created_at    timestamptz not null
);
comment on table access.account is 'People who sign in. The login is the only personal thing kept of them.';
comment on column access.account.must_change is 'A one-time password opens nothing but the change of password.';

create table access.api_key (
    id          varchar(36) collate "C" primary key,
    name        varchar(100) not null,
    role        varchar(20) not null,
    unit        varchar(64) collate "C",
    secret_hash text        not null,
    created_by  varchar(36) collate "C" not null,
    created_at  timestamptz not null,
    revoked_at  timestamptz
);
comment on table access.api_key is 'Keys of offices'' own systems; only a keyed hash of each secret is stored.';
