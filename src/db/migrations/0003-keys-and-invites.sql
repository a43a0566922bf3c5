-- Which API an organization's key or a network device's token was made for; none for keys that belong to a user.
alter table credentials add column opens text;

-- Whoever made these may live in another account (the provider's), where the name cannot be looked up.
alter table setup_keys add column created_by_name text not null default '';
alter table user_invites
	add column created_by_name text not null default '',
	add column updated_at timestamptz not null default now(),
	add column version integer not null default 1;
-- One invitation a person: sending another one replaces its token.
create unique index user_invites_by_user on user_invites (account_id, user_id);

-- A machine that enrols again with its own key is the machine it was.
create unique index endpoints_by_public_key on endpoints (account_id, public_key) where public_key <> '';
-- A name in the account's DNS zone leads to one machine.
create unique index endpoints_by_dns_label on endpoints (account_id, dns_label) where dns_label <> '';
create index endpoints_by_user on endpoints (account_id, user_id) where user_id is not null;
