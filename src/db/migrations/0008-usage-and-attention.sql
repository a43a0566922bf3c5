-- Calls that a limit turned away, apart from those that rights did.
alter table credential_usage add column limited bigint not null default 0;
-- A chart of an account's calls reads an hour's figures from the index alone.
create index credential_usage_by_hour on credential_usage (account_id, hour) include (calls, refusals, limited);
create index credential_usage_limited on credential_usage (hour, account_id, credential_id) where limited > 0;

-- Where a credential was used from, by the day; written with its figures. The empty address stands for all those that
-- came when a day had its fill of them.
create table credential_addresses (
	account_id bigint not null,
	credential_id bigint not null,
	day date not null,
	address text not null,
	calls bigint not null default 0,
	refusals bigint not null default 0,
	limited bigint not null default 0,
	last_at timestamptz not null,
	primary key (account_id, credential_id, day, address),
	foreign key (account_id, credential_id) references credentials (account_id, id) on delete cascade
);

-- What somebody should look at is a small part of what there is: each of these indexes holds that part alone.
create index devices_in_alarm on devices (account_id, status) where status < 5 and not suppressed;
create index endpoints_waiting on endpoints (account_id) where approval_required;
create index users_waiting on users (account_id) where status = 'pending';
create index user_invites_by_expiry on user_invites (account_id, expires_at);
create index setup_keys_by_expiry on setup_keys (account_id, expires_at) where not revoked;
create index accounts_at_rest on accounts (parent_id, status) where status <> 'active';

-- The credentials that people made, without those of machines and sessions, of which there are many more.
create index credentials_of_people on credentials (account_id, id) where kind not in ('endpoint', 'session');
create index credentials_by_expiry on credentials (account_id, expires_at)
	where expires_at is not null and kind not in ('endpoint', 'session');

-- What a credential was refused lately.
create index audit_events_refused on audit_events (account_id, credential_id, at) where outcome = 'refused';
-- The newest events over many accounts at once.
create index audit_events_by_time on audit_events (at, account_id, id);
