-- Raises the wall on every tenant table there is. Run again after every migration, so a table cannot be born
-- without it. The serving role sees a row only while its account is in `reeve.accounts`; unset means none, never all.
-- That policy is restrictive, so no permissive one that comes later can widen it; the permissive one beside it only
-- opens the table to the role. The owner passes: it runs migrations and the few functions below, and no request.
-- Every other role finds no policy, and so no rows.
--
-- The wall is a filter that no index serves, on purpose. Written as `account_id = any (…)` it is one condition more on
-- the account beside that of the query; the planner multiplies the two, takes every account for one with a row or
-- none, and then reads all rows of a large account to find one. The query's own condition is what finds rows.
--
-- The accounts in view are in order, so the wall looks for a row's account by halves (`width_bucket`): a provider's
-- ten thousand tenants cost a row fourteen comparisons. In a list that was not in order it would find too little, never
-- too much, because what it finds must be the account itself.
create procedure raise_walls(serving text, owner text) language plpgsql as $$
declare
	t text;
	accounts constant text := '(select nullif(current_setting(''reeve.accounts'', true), '''')::bigint[])';
	wall constant text := format('(nullif((%1$s)[width_bucket(account_id, %1$s)] = account_id, false) is not null)', accounts);
begin
	for t in
		select c.oid::regclass::text from pg_class c
		join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
	loop
		execute format('alter table %s enable row level security, force row level security', t);
		execute format('drop policy if exists within_account on %s', t);
		execute format('drop policy if exists account_wall on %s', t);
		execute format('drop policy if exists owner_passes on %s', t);
		execute format('create policy within_account on %s to %I using (true)', t, serving);
		execute format('create policy account_wall on %s as restrictive to %I using %s', t, serving, wall);
		execute format('create policy owner_passes on %s to %I using (true)', t, owner);
		if t like 'audit\_%' then
			execute format('grant select, insert on %s to %I', t, serving);
		else
			execute format('grant select, insert, update, delete on %s to %I', t, serving);
		end if;
	end loop;
	execute format('grant update on audit_heads to %I', serving);
	execute format('grant select, update on audit_watermark to %I', serving);
	execute format('grant select, insert on audit_keys to %I', serving);
	execute format('grant select, insert, update, delete on sign_in_attempts to %I', serving);
	execute format('grant select, insert, update, delete on accounts to %I', serving);
	execute format('grant select on schema_migrations to %I', serving);
	execute format('grant usage on schema public to %I', serving);
	execute format('grant usage on all sequences in schema public to %I', serving);
	execute format('grant execute on all functions in schema public to %I', serving);
	execute format('grant execute on procedure ensure_audit_partitions(date), erase_account_data(bigint) to %I', serving);
	execute 'drop policy if exists owner_passes on accounts';
	execute format('create policy owner_passes on accounts to %I using (true)', owner);
end $$;
-- Only the owner raises walls.
revoke execute on procedure raise_walls(text, text) from public;

-- The tree itself: an account sees itself and those right below it.
alter table accounts enable row level security, force row level security;
create policy within_account on accounts using (
	id = any ((select nullif(current_setting('reeve.accounts', true), '')::bigint[])::bigint[])
	or parent_id = any ((select nullif(current_setting('reeve.accounts', true), '')::bigint[])::bigint[]));

-- The ids of all accounts, and no more of them: background work visits each under its own wall.
create function account_ids() returns bigint[] language sql stable security definer set search_path = public, pg_temp as
	$$ select coalesce(array_agg(id order by id), '{}') from accounts $$;

-- Whether set-up has happened: the only fact about accounts that may be asked from outside.
create function has_accounts() returns boolean language sql stable security definer set search_path = public, pg_temp as
	$$ select exists (select 1 from accounts) $$;

-- The account that has a domain, for a provider that is about to make a tenant of it.
create function account_of_domain(wanted text) returns table (id bigint, kind text) language sql stable security definer set search_path = public, pg_temp as
	$$ select a.id, a.kind from accounts a where lower(a.domain) = lower(wanted) and wanted <> '' $$;

-- A presented credential or setup key may be looked up before its account is known: exactly the row whose public id
-- or hash was presented, and nothing else, is seen through these.
create function find_secret(presented text) returns table (account_id bigint, credential_id bigint, secret_hash bytea, pepper_version integer, valid_until timestamptz)
	language sql stable security definer set search_path = public, pg_temp as
	$$ select s.account_id, s.credential_id, s.secret_hash, s.pepper_version, s.valid_until from credential_secrets s where s.public_id = presented $$;
create function find_setup_key(presented bytea) returns table (account_id bigint, id bigint) language sql stable security definer set search_path = public, pg_temp as
	$$ select k.account_id, k.id from setup_keys k where k.key_hash = presented $$;
create function find_invite(presented bytea) returns table (account_id bigint, id bigint) language sql stable security definer set search_path = public, pg_temp as
	$$ select i.account_id, i.id from user_invites i where i.token_hash = presented $$;
create function email_taken(wanted text) returns boolean language sql stable security definer set search_path = public, pg_temp as
	$$ select exists (select 1 from users u where lower(u.email) = lower(wanted) and u.kind = 'human' and wanted <> '') $$;

-- Everything below an account goes with it, whatever tables there are by then; the audit log stays.
create procedure erase_account_data(doomed bigint) language plpgsql as $$
declare t text;
begin
	for t in
		select c.oid::regclass::text from pg_class c
		join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition and c.relname not like 'audit\_%'
		order by c.relname in ('groups', 'users', 'regions', 'endpoints', 'probes'), c.relname = 'groups' or c.relname = 'regions'
	loop
		execute format('delete from %s where account_id = $1', t) using doomed;
	end loop;
end $$;

-- The month partitions of the audit log, in UTC whoever calls: the month before (a row may be dated just before
-- midnight), this one, and two to come, so that there is room before the first row needs it. A partition is made
-- apart and then attached, which does not wait for the log's readers and writers nor makes them wait.
create procedure ensure_audit_partitions(today date) language plpgsql security definer
set search_path = public, pg_temp set timezone = 'UTC' as $$
declare
	month date;
	name text;
begin
	perform pg_advisory_xact_lock(7233084);
	for i in -1..2 loop
		month := (date_trunc('month', today) + make_interval(months => i))::date;
		name := format('audit_events_%s', to_char(month, 'YYYY_MM'));
		if to_regclass(name) is null then
			execute format('create table %I (like audit_events including all)', name);
			execute format('alter table %I enable row level security, force row level security', name);
			execute format('alter table audit_events attach partition %I for values from (%L) to (%L)', name, month, (month + interval '1 month')::date);
		end if;
	end loop;
end $$;

-- The sealer's view of this moment. A watermark of another cluster, or one ahead of this cluster's transactions, says
-- that the database was restored, and that its transaction ids can be compared with nothing here.
create function sealing_state() returns table (snapshot pg_snapshot, cluster bigint, restored boolean)
	language sql stable security definer set search_path = public, pg_temp as $$
	select now.snapshot, now.cluster,
		w.cluster <> now.cluster or pg_snapshot_xmax(w.snapshot) > pg_snapshot_xmax(now.snapshot)
	from audit_watermark w
	cross join (select pg_current_snapshot() as snapshot, system_identifier as cluster from pg_control_system()) now $$;

-- Which events are in no chain yet, of accounts that are gone too; what they say stays behind each account's wall.
-- Past a restore all events are gone through; otherwise only those that the watermark does not cover.
create function unsealed_events(restored boolean, events_max integer)
	returns table (account_id bigint, at timestamptz, id bigint, xid xid8)
	language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
	sealed pg_snapshot;
begin
	if restored then
		return query select e.account_id, e.at, e.id, e.xid from audit_events e
			where not exists (select from audit_seals s where s.account_id = e.account_id and s.event_id = e.id)
			order by e.at, e.id limit events_max;
		return;
	end if;
	select w.snapshot into sealed from audit_watermark w;
	return query select e.account_id, e.at, e.id, e.xid from audit_events e
		where e.xid >= pg_snapshot_xmin(sealed) and e.xid < pg_snapshot_xmax(pg_current_snapshot())
		and not pg_visible_in_snapshot(e.xid, sealed)
		and not exists (select from audit_seals s where s.account_id = e.account_id and s.event_id = e.id)
		order by e.xid, e.id limit events_max;
end $$;

-- The accounts whose chain has grown since it was last signed, in order of their ids.
create function unsigned_chains(after bigint, accounts_max integer) returns table (account_id bigint)
	language sql stable security definer set search_path = public, pg_temp as $$
	select h.account_id from audit_heads h
	where h.account_id > after
	and h.sequence > coalesce((select max(c.sequence) from audit_checkpoints c where c.account_id = h.account_id), 0)
	order by h.account_id limit accounts_max $$;
