-- Clients compare lists of groups with what they sent, so the order is kept.
alter table policy_rule_groups add column position integer not null default 0;
alter table network_router_groups add column position integer not null default 0;

-- Which policies lead to a resource of a network.
create index policy_rules_by_destination_resource on policy_rules (account_id, (destination_resource ->> 'id'))
	where destination_resource is not null;

-- Whether a registered network is verified follows from its account's verified ranges, whenever those change.
alter table registered_networks drop column is_verified;
-- One public network belongs to an account once, whichever address of it is named.
create unique index registered_networks_by_address on registered_networks
	(account_id, network(set_masklen(ip_address, prefix_length))) where ip_address is not null;

-- Two sites may use the same private address; one probe cannot tell two devices at one address apart.
create unique index devices_by_probe_address on devices (account_id, coalesce(probe_id, 0), ip_address)
	where kind = 'monitored' and ip_address is not null;
create index devices_by_probe on devices (account_id, probe_id) where probe_id is not null;
create index devices_by_region on devices (account_id, region_id) where region_id is not null;
create index probes_by_region on probes (account_id, region_id) where region_id is not null;
