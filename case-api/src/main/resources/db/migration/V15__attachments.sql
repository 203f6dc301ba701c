create schema attachments;

create table attachments.upload (
    id          uuid primary key,
    media_type  varchar(40) collate "C" not null,
    bytes       bigint      not null,
    sha256      char(64) collate "C" not null,
    key_mark    char(64) collate "C" not null,
    uploaded_by varchar(100) collate "C" not null,
    case_id     uuid,
    touched_at  timestamptz not null,
    referred    boolean     not null default false
);
comment on table attachments.upload is 'Files kept outside the events, sealed. Those to which no event refers are swept a day after they were last touched.';
comment on column attachments.upload.key_mark is 'Hash of the file''s key. The key itself is with the uploader, and from the step on sealed in the event.';
comment on column attachments.upload.referred is 'Whether the sweeper has seen the event that refers to it.';
create index on attachments.upload (touched_at) where not referred;
create index on attachments.upload (uploaded_by) where not referred;
