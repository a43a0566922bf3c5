-- Every object in the system takes its number from one sequence, so a number names one thing, whatever its kind.
-- Seven digits from the start: the vendors' clients have never seen shorter ones.
create sequence object_id start with 1000001;

-- The account tree. A provider has tenants below it; a standalone account has none. The profile holds what a
-- vendor's customer or tenant record knows.
create table accounts (
	id bigint primary key default nextval('object_id'),
	parent_id bigint references accounts (id),
	kind text not null check (kind in ('provider', 'tenant', 'standalone')),
	name text not null check (length(name) between 1 and 255),
	status text not null default 'active' check (status in ('pending', 'active', 'suspended')),
	domain text not null default '',
	dns_challenge text not null default '',
	activated_at timestamptz,
	suspended_at timestamptz,
	seats integer not null default 1 check (seats >= 1),
	package_id integer not null default 248,
	license_type text not null default 'term' check (license_type in ('term', 'msla')),
	is_trial boolean not null default true,
	street_address text not null default '',
	street_address2 text not null default '',
	city text not null default '',
	state text not null default '',
	zip_code text not null default '',
	country_code text not null default '',
	deal_id text,
	admin_emails text[] not null default '{}',
	ccw_deal_owner_emails text[] not null default '{}',
	addon_rbi text,
	addon_dlp boolean,
	addon_cdfw_l7 boolean,
	subscription text,
	verified_ranges cidr[] not null default '{}',
	settings jsonb not null default '{}',
	onboarding jsonb not null default '{}',
	network_range cidr,
	created_by bigint,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	check ((kind = 'tenant') = (parent_id is not null))
);
create index accounts_by_parent on accounts (parent_id, id);
create unique index accounts_by_domain on accounts (lower(domain)) where domain <> '';

-- An account that exists already may be asked to become a tenant; until it accepts, the provider holds only this.
create table tenant_invitations (
	account_id bigint not null references accounts (id) on delete cascade,
	tenant_id bigint not null references accounts (id) on delete cascade,
	name text not null,
	status text not null default 'existing' check (status in ('existing', 'invited')),
	invited_at timestamptz,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, tenant_id)
);

create table users (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	kind text not null default 'human' check (kind in ('human', 'service')),
	email text not null default '',
	name text not null default '',
	first_name text not null default '',
	last_name text not null default '',
	role text not null,
	status text not null default 'active' check (status in ('active', 'invited', 'pending')),
	blocked boolean not null default false,
	api_access boolean not null default false,
	password_hash text,
	timezone text not null default 'UTC',
	issued text not null default 'api' check (issued in ('api', 'integration')),
	last_login_at timestamptz,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id)
);
-- A person has one home: an e-mail address is taken once in the whole server.
create unique index users_by_email on users (lower(email)) where kind = 'human' and email <> '';

create table user_invites (
	account_id bigint not null,
	id bigint not null default nextval('object_id'),
	user_id bigint not null,
	token_hash bytea not null unique,
	expires_at timestamptz not null,
	created_by bigint,
	created_at timestamptz not null default now(),
	primary key (account_id, id),
	foreign key (account_id, user_id) references users (account_id, id) on delete cascade
);

create table groups (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	name text not null check (length(name) between 1 and 255),
	issued text not null default 'api' check (issued in ('api', 'integration', 'jwt')),
	built_in text check (built_in in ('all', 'administrators')),
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id)
);
create unique index groups_built_in on groups (account_id, built_in) where built_in is not null;
create index groups_by_name on groups (account_id, name);

create table group_users (
	account_id bigint not null,
	group_id bigint not null,
	user_id bigint not null,
	primary key (account_id, group_id, user_id),
	foreign key (account_id, group_id) references groups (account_id, id) on delete cascade,
	foreign key (account_id, user_id) references users (account_id, id) on delete cascade
);
create index group_users_by_user on group_users (account_id, user_id);

-- Which tenants a permission group of a provider reaches, and with which role.
create table grants (
	account_id bigint not null,
	id bigint not null default nextval('object_id'),
	group_id bigint not null,
	tenant_id bigint not null references accounts (id) on delete cascade,
	role text not null,
	created_at timestamptz not null default now(),
	primary key (account_id, id),
	unique (account_id, tenant_id, group_id),
	foreign key (account_id, group_id) references groups (account_id, id)
);
create index grants_by_group on grants (account_id, group_id, tenant_id);

create table credentials (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	kind text not null check (kind in ('personal', 'service', 'api', 'mcp', 'organization', 'network_device', 'probe', 'endpoint')),
	name text not null check (length(name) between 1 and 255),
	description text not null default '',
	-- The user whose rights bound this credential; none for those that belong to an account or a machine.
	user_id bigint,
	-- The probe or endpoint that a machine's credential speaks for.
	subject_id bigint,
	access jsonb not null,
	enabled boolean not null default true,
	expires_at timestamptz,
	allowed_addresses text[] not null default '{}',
	tenants bigint[],
	require_account boolean not null default false,
	created_by bigint,
	created_by_name text not null default '',
	regenerated_at timestamptz,
	last_used_at timestamptz,
	last_used_address text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id),
	foreign key (account_id, user_id) references users (account_id, id) on delete cascade
);
create index credentials_by_user on credentials (account_id, user_id);
create index credentials_by_subject on credentials (account_id, subject_id) where subject_id is not null;

-- The secrets that open a credential: one, or two while a regenerated one overlaps with its successor.
create table credential_secrets (
	account_id bigint not null,
	credential_id bigint not null,
	public_id text not null,
	secret_hash bytea not null,
	pepper_version integer not null,
	valid_until timestamptz,
	created_at timestamptz not null default now(),
	primary key (account_id, credential_id, public_id),
	unique (public_id),
	foreign key (account_id, credential_id) references credentials (account_id, id) on delete cascade
);

create table setup_keys (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	name text not null check (length(name) between 1 and 255),
	type text not null check (type in ('reusable', 'one-off')),
	key_hash bytea not null unique,
	pepper_version integer not null,
	key_prefix text not null,
	expires_at timestamptz,
	usage_limit integer not null default 0,
	used_times integer not null default 0,
	revoked boolean not null default false,
	ephemeral boolean not null default false,
	allow_extra_dns_labels boolean not null default false,
	last_used_at timestamptz,
	created_by bigint,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id)
);

create table setup_key_groups (
	account_id bigint not null,
	setup_key_id bigint not null,
	group_id bigint not null,
	primary key (account_id, setup_key_id, group_id),
	foreign key (account_id, setup_key_id) references setup_keys (account_id, id) on delete cascade,
	foreign key (account_id, group_id) references groups (account_id, id)
);
create index setup_key_groups_by_group on setup_key_groups (account_id, group_id);

-- A computer that enrolled itself: a roaming computer on one wire, a peer on another.
create table endpoints (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	name text not null check (length(name) between 1 and 255),
	hostname text not null default '',
	device_id text not null,
	ip inet,
	dns_label text not null default '',
	extra_dns_labels text[] not null default '{}',
	connection_ip inet,
	os text not null default '',
	os_version text not null default '',
	kernel_version text not null default '',
	agent_version text not null default '',
	ui_version text not null default '',
	serial_number text not null default '',
	public_key text not null default '',
	country_code text not null default '',
	city_name text not null default '',
	status text not null default 'Off',
	-- What `status` was when the machine was last heard of.
	last_sync_status text not null default 'Off',
	user_id bigint,
	setup_key_id bigint,
	ephemeral boolean not null default false,
	ssh_enabled boolean not null default false,
	login_expiration_enabled boolean not null default false,
	inactivity_expiration_enabled boolean not null default false,
	approval_required boolean not null default false,
	last_login_at timestamptz,
	last_seen_at timestamptz,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id),
	unique (account_id, device_id),
	unique (account_id, ip),
	foreign key (account_id, user_id) references users (account_id, id) on delete cascade
);
create index endpoints_by_name on endpoints (account_id, name);
-- For the rounds that look for silent ones. They leave the time last seen out, so that noting it touches no index.
create index endpoints_online on endpoints (account_id) where status <> 'Off';
create index endpoints_ephemeral on endpoints (account_id) where ephemeral;

create table group_endpoints (
	account_id bigint not null,
	group_id bigint not null,
	endpoint_id bigint not null,
	primary key (account_id, group_id, endpoint_id),
	foreign key (account_id, group_id) references groups (account_id, id) on delete cascade,
	foreign key (account_id, endpoint_id) references endpoints (account_id, id) on delete cascade
);
create index group_endpoints_by_endpoint on group_endpoints (account_id, endpoint_id);

-- A network reached through routing peers.
create table networks (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	name text not null,
	description text not null default '',
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id)
);

create table network_resources (
	account_id bigint not null,
	id bigint not null default nextval('object_id'),
	network_id bigint not null,
	name text not null check (length(name) between 1 and 255),
	description text not null default '',
	type text not null check (type in ('host', 'subnet', 'domain')),
	address text not null,
	enabled boolean not null default true,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id),
	unique (account_id, name),
	foreign key (account_id, network_id) references networks (account_id, id) on delete cascade
);
create index network_resources_by_network on network_resources (account_id, network_id, id);

create table group_resources (
	account_id bigint not null,
	group_id bigint not null,
	resource_id bigint not null,
	primary key (account_id, group_id, resource_id),
	foreign key (account_id, group_id) references groups (account_id, id) on delete cascade,
	foreign key (account_id, resource_id) references network_resources (account_id, id) on delete cascade
);
create index group_resources_by_resource on group_resources (account_id, resource_id);

create table network_routers (
	account_id bigint not null,
	id bigint not null default nextval('object_id'),
	network_id bigint not null,
	endpoint_id bigint,
	metric integer not null default 9999,
	masquerade boolean not null default true,
	enabled boolean not null default true,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id),
	foreign key (account_id, network_id) references networks (account_id, id) on delete cascade,
	foreign key (account_id, endpoint_id) references endpoints (account_id, id)
);
create index network_routers_by_network on network_routers (account_id, network_id, id);
create index network_routers_by_endpoint on network_routers (account_id, endpoint_id) where endpoint_id is not null;

create table network_router_groups (
	account_id bigint not null,
	router_id bigint not null,
	group_id bigint not null,
	primary key (account_id, router_id, group_id),
	foreign key (account_id, router_id) references network_routers (account_id, id) on delete cascade,
	foreign key (account_id, group_id) references groups (account_id, id)
);
create index network_router_groups_by_group on network_router_groups (account_id, group_id);

-- A public network whose DNS traffic belongs to the account.
create table registered_networks (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	name text not null check (length(name) between 1 and 50),
	ip_address inet,
	prefix_length integer check (prefix_length between 16 and 128),
	is_dynamic boolean not null,
	is_verified boolean not null default false,
	status text not null check (status in ('OPEN', 'CLOSED')),
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id),
	unique (account_id, name)
);

-- Who may talk to what: rules from groups to groups.
create table policies (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	name text not null check (length(name) between 1 and 255),
	description text not null default '',
	enabled boolean not null default true,
	source_posture_checks text[] not null default '{}',
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id)
);

create table policy_rules (
	account_id bigint not null,
	id bigint not null default nextval('object_id'),
	policy_id bigint not null,
	position integer not null,
	name text not null default '',
	description text not null default '',
	enabled boolean not null default true,
	action text not null check (action in ('accept', 'drop')),
	bidirectional boolean not null default false,
	protocol text not null check (protocol in ('all', 'tcp', 'udp', 'icmp', 'netbird-ssh')),
	ports text[] not null default '{}',
	port_ranges jsonb not null default '[]',
	authorized_groups jsonb,
	source_resource jsonb,
	destination_resource jsonb,
	primary key (account_id, id),
	foreign key (account_id, policy_id) references policies (account_id, id) on delete cascade
);
create index policy_rules_by_policy on policy_rules (account_id, policy_id, position);

create table policy_rule_groups (
	account_id bigint not null,
	rule_id bigint not null,
	side text not null check (side in ('source', 'destination')),
	group_id bigint not null,
	primary key (account_id, rule_id, side, group_id),
	foreign key (account_id, rule_id) references policy_rules (account_id, id) on delete cascade,
	foreign key (account_id, group_id) references groups (account_id, id)
);
create index policy_rule_groups_by_group on policy_rule_groups (account_id, group_id);

-- What is filtered for an identity (a network, a computer, a network device).
create table dns_policies (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	name text not null check (length(name) between 1 and 255),
	type text not null default 'dns' check (type in ('dns', 'web')),
	priority integer not null,
	is_default boolean not null default false,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id)
);
create index dns_policies_by_priority on dns_policies (account_id, type, priority);

create table dns_policy_identities (
	account_id bigint not null,
	policy_id bigint not null,
	origin_id bigint not null,
	created_at timestamptz not null default now(),
	primary key (account_id, policy_id, origin_id),
	foreign key (account_id, policy_id) references dns_policies (account_id, id) on delete cascade
);
create index dns_policy_identities_by_origin on dns_policy_identities (account_id, origin_id);

create table regions (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	name text not null check (length(name) between 1 and 255),
	description text not null default '',
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id),
	unique (account_id, name)
);

-- The number of a probe opens its range of managed-object ids, so it is unique in the server.
create sequence probe_number;
create table probes (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	number integer not null default nextval('probe_number') unique,
	name text not null check (length(name) between 1 and 100),
	display_name text not null default '',
	region_id bigint,
	contact_person text not null default '',
	contact_email text not null default '',
	timezone text not null default 'UTC',
	agent_version text not null default '',
	platform text not null default '',
	address inet,
	last_contact_at timestamptz,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id),
	unique (account_id, name),
	foreign key (account_id, region_id) references regions (account_id, id)
);

-- Something registered or to be monitored. `status` is the severity ladder's code; 7 says that nobody polls it yet.
create table devices (
	account_id bigint not null references accounts (id) on delete cascade,
	id bigint not null default nextval('object_id'),
	kind text not null default 'monitored' check (kind in ('monitored', 'network_device')),
	name text not null check (length(name) between 1 and 255),
	display_name text not null default '',
	ip_address inet,
	dns_name text not null default '',
	netmask text not null default '',
	category text not null default 'Unknown',
	type text not null default 'Unknown',
	vendor text not null default '',
	model text not null default '',
	mac_address text,
	serial_number text not null default '',
	tag text not null default '',
	device_id text,
	protocol text not null default 'ICMP',
	poll_interval_seconds integer not null default 300,
	managed boolean not null default true,
	suppressed boolean not null default false,
	status integer not null default 7,
	status_at timestamptz,
	interface_count integer not null default 0,
	probe_id bigint,
	region_id bigint,
	custom_fields jsonb not null default '{}',
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now(),
	version integer not null default 1,
	primary key (account_id, id),
	unique (account_id, name),
	foreign key (account_id, probe_id) references probes (account_id, id),
	foreign key (account_id, region_id) references regions (account_id, id)
);
create unique index devices_by_mac on devices (account_id, mac_address) where mac_address is not null;
create unique index devices_by_device_id on devices (account_id, device_id) where device_id is not null;
create index devices_by_address on devices (account_id, ip_address);

-- One row per change, refused call or sign-in, written with the change. No foreign key leaves this table: what was
-- done stays told after the things it names are gone.
create table audit_events (
	account_id bigint not null,
	id bigint not null default nextval('object_id'),
	at timestamptz not null default now(),
	xid xid8 not null default pg_current_xact_id(),
	actor_kind text not null,
	actor_id bigint,
	actor_account_id bigint,
	actor_name text not null default '',
	actor_email text not null default '',
	credential_id bigint,
	surface text not null,
	operation text not null,
	outcome text not null check (outcome in ('done', 'refused')),
	target_type text not null default '',
	target_id bigint,
	target_name text not null default '',
	before jsonb,
	after jsonb,
	reason text not null default '',
	address text not null default '',
	user_agent text not null default '',
	request_id text not null default '',
	primary key (account_id, at, id)
) partition by range (at);
-- The id alone: beside the wall's own condition on the account, a plan that also could use the account for a join would
-- walk through all events of a large one for each row.
create index audit_events_by_id on audit_events (id);
create index audit_events_by_xid on audit_events (xid, id);

-- The chain over each account's events, in the order the sealer met them.
create table audit_seals (
	account_id bigint not null,
	sequence bigint not null,
	event_id bigint not null,
	hash bytea not null,
	sealed_at timestamptz not null default now(),
	primary key (account_id, sequence)
);
-- An event has one place in the chain, whoever seals it.
create unique index audit_seals_by_event on audit_seals (event_id);

create table audit_heads (
	account_id bigint primary key,
	sequence bigint not null,
	hash bytea not null,
	sealed_at timestamptz not null default now()
);

create table audit_checkpoints (
	account_id bigint not null,
	sequence bigint not null,
	hash bytea not null,
	key_id text not null,
	signature bytea not null,
	at timestamptz not null default now(),
	primary key (account_id, sequence)
);

-- The public halves of the keys that signed checkpoints. The private ones never come near the database.
create table audit_keys (
	key_id text primary key,
	public_key bytea not null,
	first_used_at timestamptz not null default now()
);

-- Where the sealer stands: every event of a transaction that this snapshot sees is in a chain. A snapshot and not a
-- number, so that one long transaction does not keep the events of all others waiting. Transaction ids mean
-- something only in the cluster that gave them out, so it says which one that was.
create table audit_watermark (
	one boolean primary key default true check (one),
	snapshot pg_snapshot not null default '3:3:',
	cluster bigint not null default 0
);
insert into audit_watermark default values;

create table idempotency_keys (
	account_id bigint not null references accounts (id) on delete cascade,
	credential_id bigint not null,
	key text not null,
	operation text not null,
	request_hash bytea not null,
	response text,
	created_at timestamptz not null default now(),
	primary key (account_id, credential_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

-- What a credential did lately, by the hour; written in batches after the answers.
create table credential_usage (
	account_id bigint not null,
	credential_id bigint not null,
	operation text not null,
	hour timestamptz not null,
	calls bigint not null default 0,
	refusals bigint not null default 0,
	last_address text not null default '',
	primary key (account_id, credential_id, operation, hour),
	foreign key (account_id, credential_id) references credentials (account_id, id) on delete cascade
);
