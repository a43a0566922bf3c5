-- Whether the person of a session has shown a second factor in it, or enrolled one: when one is demanded while it is
-- open, those that have not go no further. A sign-in at an identity provider may count as one; of those there are no
-- notes from before.
alter table sessions add column factor_shown boolean not null default false;
update sessions set factor_shown = methods && array['totp', 'passkey', 'recovery_code', 'sso'];
