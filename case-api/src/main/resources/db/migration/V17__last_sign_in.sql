alter table access.account add last_sign_in_at timestamptz;
comment on column access.account.last_sign_in_at is 'When they last signed in, here or elsewhere, to the minute; null = never.';
