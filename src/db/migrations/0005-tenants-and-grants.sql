-- A grant is changed like anything else: whoever changes it says which version he has seen.
alter table grants add column version integer not null default 1, add column updated_at timestamptz not null default now();

-- What goes with an account when it is deleted is found by the account's number.
create index grants_of_tenant on grants (tenant_id);
create index tenant_invitations_of_tenant on tenant_invitations (tenant_id);

-- The domain by which the provider found the account; the account itself lies behind its own wall.
alter table tenant_invitations add column domain text not null default '';

-- Who has noted or asked an account, for its owner to answer: a provider's list lies behind the provider's wall.
create function invitations_of(invited bigint) returns table (provider_id bigint, provider_name text, status text, invited_at timestamptz)
	language sql stable security definer set search_path = public, pg_temp as
	$$ select i.account_id, a.name, i.status, i.invited_at from tenant_invitations i join accounts a on a.id = i.account_id where i.tenant_id = invited $$;
