-- A person who signed in holds a session: one more credential, opened by a secret like any other. What only sessions
-- know stands beside it. `expires_at` of the credential is the end whatever happens; `valid_until` of the secret is
-- the end of idleness, and moves.
alter table credentials drop constraint credentials_kind_check;
alter table credentials add constraint credentials_kind_check
	check (kind in ('personal', 'service', 'api', 'mcp', 'organization', 'network_device', 'probe', 'endpoint', 'session'));

create index credentials_of_sessions on credentials (account_id, expires_at) where kind = 'session';

create table sessions (
	account_id bigint not null,
	credential_id bigint not null,
	-- How the person proved who they are: password, totp, passkey, recovery_code, sso.
	methods text[] not null,
	address text not null default '',
	user_agent text not null default '',
	-- The last time the person proved it again; what changes how one signs in asks for this to be recent.
	confirmed_at timestamptz not null default now(),
	-- What a passkey that is being made in this session must sign, once, and until when.
	passkey_challenge text,
	passkey_challenge_until timestamptz,
	primary key (account_id, credential_id),
	foreign key (account_id, credential_id) references credentials (account_id, id) on delete cascade
);

-- What a person signs in with besides the password. A TOTP secret is sealed under the pepper; of a passkey only the
-- public half is known here.
create table second_factors (
	account_id bigint not null,
	id bigint not null default nextval('object_id'),
	user_id bigint not null,
	kind text not null check (kind in ('totp', 'passkey')),
	name text not null check (length(name) between 1 and 100),
	secret bytea,
	pepper_version integer,
	-- The last time step whose code was taken (RFC 6238 §5.2: a code is good once).
	last_step bigint not null default 0,
	-- The authenticator's own name of the passkey, base64url.
	passkey_id text,
	public_key bytea,
	counter bigint not null default 0,
	transports text[] not null default '{}',
	backed_up boolean not null default false,
	confirmed_at timestamptz,
	last_used_at timestamptz,
	created_at timestamptz not null default now(),
	primary key (account_id, id),
	foreign key (account_id, user_id) references users (account_id, id) on delete cascade,
	check ((kind = 'totp') = (secret is not null and pepper_version is not null)),
	check ((kind = 'passkey') = (passkey_id is not null and public_key is not null))
);
create index second_factors_by_user on second_factors (account_id, user_id);
create unique index second_factors_by_passkey on second_factors (passkey_id) where passkey_id is not null;

create table recovery_codes (
	account_id bigint not null,
	user_id bigint not null,
	code_hash bytea not null,
	pepper_version integer not null,
	used_at timestamptz,
	created_at timestamptz not null default now(),
	primary key (account_id, user_id, code_hash),
	foreign key (account_id, user_id) references users (account_id, id) on delete cascade
);

-- A link by which a person sets a new password; whoever holds the token may.
create table password_resets (
	account_id bigint not null,
	id bigint not null default nextval('object_id'),
	user_id bigint not null,
	token_hash bytea not null unique,
	expires_at timestamptz not null,
	-- Who made it; none when the person asked for it by mail.
	created_by bigint,
	created_by_name text not null default '',
	created_at timestamptz not null default now(),
	primary key (account_id, id),
	foreign key (account_id, user_id) references users (account_id, id) on delete cascade
);
create unique index password_resets_by_user on password_resets (account_id, user_id);

-- The OpenID Connect provider that people of an account sign in with. The client secret is sealed under the pepper.
create table identity_providers (
	account_id bigint primary key references accounts (id) on delete cascade,
	name text not null check (length(name) between 1 and 100),
	issuer text not null,
	client_id text not null,
	client_secret bytea,
	pepper_version integer,
	-- Whose addresses are sent there.
	domains text[] not null default '{}',
	-- People of these domains sign in no other way; the owner keeps the password as a way back.
	required boolean not null default false,
	-- The role of people who come for the first time; none: only people who were invited or added may come.
	newcomer_role text,
	-- Whether a sign-in there counts as a second factor too.
	second_factor boolean not null default true,
	-- Whether the owner may come that way too. Whoever can change these settings decides who is let in as whom, so only
	-- an owner says so.
	include_owner boolean not null default false,
	-- Whether addresses of the domains count as verified where the provider does not say.
	trust_addresses boolean not null default false,
	enabled boolean not null default true,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1
);

-- The name by which the identity provider knows a person (its `sub`): an address may change hands, this may not.
alter table users add column identity_subject text, add column password_changed_at timestamptz;
create unique index users_by_identity on users (account_id, identity_subject) where identity_subject is not null;

-- A sign-in between its steps. Nobody is known yet, so it belongs to no account: only whoever holds the token, of
-- which a hash is stored, comes by it.
create table sign_in_attempts (
	token_hash bytea primary key,
	purpose text not null,
	state jsonb not null,
	failures integer not null default 0,
	expires_at timestamptz not null,
	created_at timestamptz not null default now()
);
create index sign_in_attempts_by_age on sign_in_attempts (expires_at);

-- Looked up before the account is known: exactly the row that was named, and of it the number alone.
create function find_person(wanted text) returns table (account_id bigint, id bigint) language sql stable security definer set search_path = public, pg_temp as
	$$ select u.account_id, u.id from users u where lower(u.email) = lower(wanted) and u.kind = 'human' and wanted <> '' $$;
create function find_passkey(presented text) returns table (account_id bigint, id bigint, user_id bigint) language sql stable security definer set search_path = public, pg_temp as
	$$ select f.account_id, f.id, f.user_id from second_factors f where f.passkey_id = presented $$;
create function find_password_reset(presented bytea) returns table (account_id bigint, id bigint) language sql stable security definer set search_path = public, pg_temp as
	$$ select r.account_id, r.id from password_resets r where r.token_hash = presented $$;
create function find_identity_provider(domain text) returns bigint language sql stable security definer set search_path = public, pg_temp as
	$$ select p.account_id from identity_providers p where p.enabled and lower(domain) = any (p.domains) order by p.account_id limit 1 $$;
-- Which of some domains other accounts have sent to their providers already.
create function claimed_domains(wanted text[], own bigint) returns setof text language sql stable security definer set search_path = public, pg_temp as
	$$ select d from identity_providers p, unnest(p.domains) d where p.account_id <> own and d = any (wanted) order by d $$;
