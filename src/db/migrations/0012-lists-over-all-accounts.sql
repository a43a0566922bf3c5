-- Over all accounts at once, a page of devices in the order of their names is read from the beginning of an index; one
-- account after the other, all its rows would have to be sorted first.
create index devices_across_by_name on devices (name, account_id, id);
create index devices_across_by_display_name on devices (display_name, account_id, id);

-- Where a text occurs in a million devices is known to an index over groups of three letters. The wall would keep it
-- from being used: a comparison that could tell what it sees comes after the wall, never before. So a function of the
-- owner asks the index and answers the devices of accounts in view alone, by their numbers, which are then read behind
-- the wall as ever. It answers nothing where going through the rows is as good: for texts of less than three letters,
-- for those that more than `devices_max` devices contain, and in a database whose owner may not have the extension.
do $make$
declare
	text_of_device constant text := $text$(name || e'\n' || display_name || e'\n' || coalesce(host(ip_address), '') || e'\n' || dns_name || e'\n' ||
		coalesce(mac_address, '') || e'\n' || serial_number || e'\n' || vendor || e'\n' || model || e'\n' || tag)$text$;
	home text;
begin
	begin
		create extension if not exists pg_trgm;
	exception when insufficient_privilege or undefined_file or feature_not_supported then
		raise notice 'pg_trgm is not to be had (%); looking for devices over many accounts goes through all of them', sqlerrm;
	end;
	select extnamespace::regnamespace::text into home from pg_extension where extname = 'pg_trgm';
	if home is not null then
		execute format('create index devices_by_text on devices using gin (%s %s.gin_trgm_ops)', text_of_device, home);
	end if;
	execute format($function$
		create function devices_with_text(pattern text, devices_max integer) returns table (accounts bigint[], ids bigint[])
			language plpgsql stable security definer set search_path = public, pg_temp as $body$
		begin
			if %L and pattern ~ '[^%%]{3}' then
				return query execute $query$
					select array_agg(account_id), array_agg(id) from (
						select account_id, id from devices where %s ilike $1
						and (account_id = any ($3)) is true limit $2 + 1) d
					having count(*) <= $2$query$
				using pattern, devices_max, nullif(current_setting('reeve.accounts', true), '')::bigint[];
			end if;
		end $body$ $function$, home is not null, text_of_device);
end $make$;
